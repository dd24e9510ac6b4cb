import AddIcon from '@mui/icons-material/Add';
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormGroup,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import type { Scope } from '../data/gql/graphql.ts';
import { useWires } from '../data/wires.ts';
import { CopyOnce } from '../shell/CopyOnce.tsx';
import { useAttempt } from '../shell/use-attempt.ts';

const createDocument = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { key apiKey { id } }
  }
`);

const allScopes: readonly Scope[] = ['READ', 'WRITE', 'RUN'];

/** Makes a key for a program, and shows it this once. */
export function CreateApiKey() {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.apiKeys.${name}`);
  const { ask } = useWires();
  const attempt = useAttempt();
  const [name, setName] = useState<string | null>(null);
  const [scopes, setScopes] = useState<readonly Scope[]>(['READ']);
  const [key, setKey] = useState<string | null>(null);
  const close = () => setName(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      const input = { name: name?.trim() ?? '', scopes: [...scopes] };
      setKey((await ask(createDocument, { input })).createApiKey.key);
    });
    if (isDone) close();
  };
  const toggle = (scope: Scope) =>
    setScopes((before) =>
      before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope],
    );
  return (
    <>
      <Button size="small" startIcon={<AddIcon />} onClick={() => setName('')}>
        {text('create')}
      </Button>
      <Dialog open={name !== null} onClose={close} fullWidth maxWidth="sm" aria-labelledby="key-title">
        <form onSubmit={onSubmit}>
          <DialogTitle id="key-title">{text('create')}</DialogTitle>
          <DialogContent>
            <TextField
              autoFocus
              label={text('name')}
              helperText={text('nameHelp')}
              value={name ?? ''}
              onChange={({ target }) => setName(target.value)}
            />
            <Typography sx={{ mt: 2, fontWeight: 600 }}>{text('may')}</Typography>
            <FormGroup>
              {allScopes.map((scope) => (
                <FormControlLabel
                  key={scope}
                  control={<Checkbox checked={scopes.includes(scope)} onChange={() => toggle(scope)} />}
                  label={text(`about.${scope}`)}
                />
              ))}
            </FormGroup>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={!name?.trim() || scopes.length === 0}>
              {text('make')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {key && (
        <CopyOnce title={text('made')} help={text('madeHelp')} text={key} onClose={() => setKey(null)} />
      )}
    </>
  );
}
