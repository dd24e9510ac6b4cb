import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useChosen } from './chosen.tsx';
import { useBulk } from './use-bulk.ts';

/** How long all that is chosen shall become. */
export function WordTargetButton() {
  const translate = useTranslate();
  const bulk = useBulk();
  const { count } = useChosen();
  const [words, setWords] = useState<string | null>(null);
  const close = () => setWords(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    close();
    void bulk('updateMany', { wordTarget: Number(words) });
  };
  return (
    <>
      <Button size="small" onClick={() => setWords('')}>
        {translate('galley.lists.words.open')}
      </Button>
      <Dialog open={words !== null} onClose={close} aria-labelledby="words-title">
        <form onSubmit={onSubmit}>
          <DialogTitle id="words-title">
            {translate('galley.lists.words.title', { smart_count: count })}
          </DialogTitle>
          <DialogContent>
            <TextField
              autoFocus
              type="number"
              label={translate('galley.lists.words.label')}
              value={words ?? ''}
              onChange={({ target }) => setWords(target.value)}
              slotProps={{ htmlInput: { min: 1 } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={!Number(words)}>
              {translate('galley.lists.words.action')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
