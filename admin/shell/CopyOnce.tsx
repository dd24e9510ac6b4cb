import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';

interface CopyOnceProps {
  readonly title: string;
  /** Why it is to be copied now. */
  readonly help: string;
  readonly text: string;
  onClose(): void;
}

/** A secret, which is shown this once. */
export function CopyOnce({ title, help, text, onClose }: CopyOnceProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // Over plain HTTP there is no clipboard.
      notify('galley.copyOnce.byHand', { type: 'warning' });
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="copy-title">
      <DialogTitle id="copy-title">{title}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {help}
        </Alert>
        <Box
          component="code"
          data-testid="secret"
          sx={{
            display: 'block',
            p: 1.5,
            borderRadius: 1,
            bgcolor: 'background.default',
            overflowWrap: 'anywhere',
            userSelect: 'all',
          }}
        >
          {text}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button startIcon={<CopyIcon />} onClick={copy}>
          {translate(isCopied ? 'galley.copyOnce.copied' : 'galley.copyOnce.copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('galley.copyOnce.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
