import { TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { FieldsDialog } from '../../FieldsDialog.tsx';
import type { ArticleImage } from '../article.ts';
import type { ImageActions } from './use-image-actions.ts';

interface AltDialogProps {
  readonly image: ArticleImage;
  readonly actions: ImageActions;
  readonly onClose: () => void;
}

/** What a picture shows, said anew. */
export function AltDialog({ image, actions, onClose }: AltDialogProps) {
  const translate = useTranslate();
  const [alt, setAlt] = useState(image.alt);
  return (
    <FieldsDialog
      title={translate('galley.article.image.altTitle')}
      submit={translate('ra.action.save')}
      isReady={alt.trim() !== ''}
      onClose={onClose}
      onSubmit={() => actions.describe(image, alt.trim())}
    >
      <TextField
        autoFocus
        multiline
        label={translate('galley.article.image.alt')}
        helperText={translate('galley.article.image.altHelp')}
        value={alt}
        onChange={({ target }) => setAlt(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FieldsDialog>
  );
}
