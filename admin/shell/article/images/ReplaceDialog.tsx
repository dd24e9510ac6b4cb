import { Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { FieldsDialog } from '../../FieldsDialog.tsx';
import type { ArticleImage } from '../article.ts';
import type { ImageActions } from './use-image-actions.ts';

interface ReplaceDialogProps {
  readonly image: ArticleImage;
  readonly actions: ImageActions;
  readonly mayDraw: boolean;
  readonly onClose: () => void;
}

/** Has a picture drawn anew, by another prompt or the same: at once, or by the next run. */
export function ReplaceDialog({ image, actions, mayDraw, onClose }: ReplaceDialogProps) {
  const translate = useTranslate();
  const [prompt, setPrompt] = useState(image.prompt);
  const [alt, setAlt] = useState(image.alt);
  const [isNow, setNow] = useState(mayDraw);
  const isReady = prompt.trim() !== '' && alt.trim() !== '';
  return (
    <FieldsDialog
      title={translate('galley.article.image.replaceTitle')}
      submit={translate(isNow ? 'galley.article.image.replaceNow' : 'galley.article.image.replaceLater')}
      isReady={isReady}
      onClose={onClose}
      onSubmit={() => actions.replace(image, { prompt: prompt.trim(), alt: alt.trim() }, isNow)}
    >
      {image.failure && <Typography color="error">{image.failure.message}</Typography>}
      <TextField
        autoFocus
        multiline
        minRows={3}
        label={translate('galley.article.image.prompt')}
        helperText={translate('galley.article.image.promptHelp')}
        value={prompt}
        onChange={({ target }) => setPrompt(target.value)}
        slotProps={{ htmlInput: { maxLength: 4_000 } }}
      />
      <TextField
        multiline
        label={translate('galley.article.image.alt')}
        value={alt}
        onChange={({ target }) => setAlt(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      {mayDraw && (
        <FormControlLabel
          label={translate('galley.article.image.now')}
          control={<Checkbox checked={isNow} onChange={(_, isOn) => setNow(isOn)} />}
        />
      )}
      <Typography variant="body2" color="textSecondary">
        {translate('galley.article.image.replaceHelp')}
      </Typography>
    </FieldsDialog>
  );
}
