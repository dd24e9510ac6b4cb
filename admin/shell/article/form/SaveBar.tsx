import { Box, Button, Typography } from '@mui/material';
import { SaveButton, useFormIsDirty, useNotify, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useOnceSaved } from '../../use-once-saved.ts';
import type { Article } from '../article.ts';
import { useArticleChanged } from '../use-article-changed.ts';

interface SaveBarProps {
  /** As it was saved last. */
  readonly saved: Article | null;
  /** Where editing has an end. */
  readonly onEnd?: (() => void) | undefined;
}

/** Saves, and says whether there is anything to save. It stays in sight. */
export function SaveBar({ saved, onEnd }: SaveBarProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useArticleChanged();
  const isDirty = useFormIsDirty();
  const { reset } = useFormContext();
  useOnceSaved(saved, () => {
    notify('galley.article.savedNote', { type: 'success' });
    void changed();
    onEnd?.();
  });
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
      <SaveButton />
      {(isDirty || onEnd) && (
        <Button onClick={leave}>
          {translate(isDirty ? 'galley.article.discard' : 'galley.article.stopEditing')}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary" role="status">
        {translate(isDirty ? 'galley.article.unsaved' : 'galley.article.saved')}
      </Typography>
    </Box>
  );
}
