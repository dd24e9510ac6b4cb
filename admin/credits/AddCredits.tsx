import AddIcon from '@mui/icons-material/Add';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { newKey } from '../data/new-key.ts';
import { useWires } from '../data/wires.ts';
import { useAttempt } from '../shell/use-attempt.ts';
import { useRight } from '../shell/use-right.ts';

const addDocument = graphql(`
  mutation AddCredits($input: AddCreditsInput!) {
    addCredits(input: $input) { account { id available } }
  }
`);

/** Adds credits, once however often it is pressed. */
export function AddCredits() {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const canManage = useRight('MANAGE');
  const key = useRef('');
  const [amount, setAmount] = useState<string | null>(null);
  if (!canManage) return null;
  const close = () => setAmount(null);
  const open = () => {
    key.current = newKey();
    setAmount('');
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      const input = { amount: Number(amount), idempotencyKey: key.current };
      const { account } = (await ask(addDocument, { input })).addCredits;
      notify('galley.creditPages.added', {
        type: 'success',
        messageArgs: { available: account.available },
      });
    });
    if (isDone) close();
  };
  return (
    <>
      <Button size="small" variant="contained" startIcon={<AddIcon />} onClick={open}>
        {translate('galley.creditPages.add')}
      </Button>
      <Dialog open={amount !== null} onClose={close} aria-labelledby="credits-title">
        <form onSubmit={onSubmit}>
          <DialogTitle id="credits-title">{translate('galley.creditPages.add')}</DialogTitle>
          <DialogContent>
            <TextField
              autoFocus
              type="number"
              label={translate('galley.creditPages.amount')}
              helperText={translate('galley.creditPages.amountHelp')}
              value={amount ?? ''}
              onChange={({ target }) => setAmount(target.value)}
              slotProps={{ htmlInput: { min: 0.001, step: 'any' } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={!(Number(amount) > 0)}>
              {translate('galley.creditPages.add')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
