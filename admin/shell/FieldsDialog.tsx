import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';

interface FieldsDialogProps {
  readonly title: string;
  /** What the button says that sends it. */
  readonly submit: string;
  readonly isReady: boolean;
  readonly onClose: () => void;
  /** Resolves to whether it is done, by which the dialog closes. */
  readonly onSubmit: () => Promise<boolean>;
  readonly children: ReactNode;
}

/** Asks for something more. Enter sends it, or Ctrl+Enter out of a text of several lines; Escape leaves it. */
export function FieldsDialog({ title, submit, isReady, onClose, onSubmit, children }: FieldsDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [isBusy, setBusy] = useState(false);
  const send = async (event: { preventDefault(): void; stopPropagation(): void }) => {
    event.preventDefault();
    // The page's own form is an ancestor of it, as React sees it.
    event.stopPropagation();
    if (!isReady || isBusy) return;
    setBusy(true);
    const isDone = await onSubmit();
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <form
        onSubmit={(event: FormEvent) => void send(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1, '&&': { pt: 1 } }}>{children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!isReady || isBusy}>
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
