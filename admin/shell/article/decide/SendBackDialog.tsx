import { Box, Chip, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { FieldsDialog } from '../../FieldsDialog.tsx';

/** Said often enough to be had by a click. */
const quick = ['facts', 'keyword', 'tone', 'short', 'pictures', 'links'] as const;

interface SendBackDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: (reason: string) => Promise<boolean>;
}

/** A draft goes back with a reason: whoever mends it must know what. */
export function SendBackDialog({ title, onClose, onSubmit }: SendBackDialogProps) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  return (
    <FieldsDialog
      title={translate('galley.review.sendBackTitle', { title })}
      submit={translate('galley.review.sendBack')}
      isReady={reason.trim() !== ''}
      onClose={onClose}
      onSubmit={() => onSubmit(reason.trim())}
    >
      <Typography color="textSecondary">{translate('galley.review.sendBackHelp')}</Typography>
      <Box
        role="group"
        aria-label={translate('galley.review.quick.label')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
      >
        {quick.map((name) => {
          const text = translate(`galley.review.quick.${name}`);
          const add = () => setReason((before) => (before.trim() === '' ? text : `${before.trim()} ${text}`));
          return <Chip key={name} label={text} variant="outlined" onClick={add} />;
        })}
      </Box>
      <TextField
        autoFocus
        required
        multiline
        minRows={3}
        label={translate('galley.review.reason')}
        helperText={translate('galley.review.reasonHelp')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
    </FieldsDialog>
  );
}
