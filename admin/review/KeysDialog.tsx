import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { Fact, Facts } from '../shell/Facts.tsx';

interface KeysDialogProps {
  readonly mayReview: boolean;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** Which keys do what. */
export function KeysDialog({ mayReview, mayEdit, onClose }: KeysDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const keys = [
    ['J', 'galley.review.next'],
    ['K', 'galley.review.before'],
    ...(mayReview ? [['A', 'galley.review.approve'] as const] : []),
    ...(mayReview ? [['R', 'galley.review.sendBack'] as const] : []),
    ...(mayEdit ? [['E', 'galley.review.edit'] as const] : []),
    ...(mayReview ? [['P', 'galley.review.publish'] as const] : []),
    ['?', 'galley.review.keys.title'],
  ] as const;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{translate('galley.review.keys.title')}</DialogTitle>
      <DialogContent>
        <Facts>
          {keys.map(([key, text]) => (
            <Fact key={key} name={key}>
              {translate(text)}
            </Fact>
          ))}
        </Facts>
        <Box sx={{ color: 'text.secondary', mt: 1.5 }}>{translate('galley.review.keys.help')}</Box>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
