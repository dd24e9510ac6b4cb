import { Box, Button, Typography } from '@mui/material';
import { type RaRecord, SaveButton, useFormIsDirty, useNotify, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { wholeArticle } from '../article.ts';
import { useArticleChanged } from '../use-article-changed.ts';

/** Saves, and says whether there is anything to save. It stays in sight. `onEnd`: where editing has an end. */
export function SaveBar({ onEnd }: { onEnd?: (() => void) | undefined }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useArticleChanged();
  const isDirty = useFormIsDirty();
  const { reset } = useFormContext();
  const onSuccess = (saved: RaRecord) => {
    // As the API has made it safe, which may be other than what was sent.
    reset(saved);
    notify('galley.article.savedNote', { type: 'success' });
    void changed();
    onEnd?.();
  };
  const leave = () => {
    reset();
    onEnd?.();
  };
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        mt: 2,
        py: 1.25,
        borderTop: '1px solid',
        borderColor: 'divider',
        backgroundColor: 'background.default',
      }}
    >
      <SaveButton mutationOptions={{ onSuccess, meta: wholeArticle }} />
      {(isDirty || onEnd) && (
        <Button onClick={leave}>
          {translate(isDirty ? 'galley.article.discard' : 'galley.article.stopEditing')}
        </Button>
      )}
      <Typography variant="body2" color="text.secondary" role="status">
        {translate(isDirty ? 'galley.article.unsaved' : 'galley.article.saved')}
      </Typography>
    </Box>
  );
}
