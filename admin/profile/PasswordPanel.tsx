import { Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { Panel } from '../shell/Panel.tsx';
import { useAttempt } from '../shell/use-attempt.ts';
import { CurrentPassword } from './CurrentPassword.tsx';

const changeDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { user { id } }
  }
`);

/** As the API has it. */
const leastLetters = 15;

/** Sets a password: for whoever was let in by a link, the first one. */
export function PasswordPanel() {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.profile.${name}`, { least: leastLetters });
  const { ask } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const [newPassword, setNewPassword] = useState('');
  const [currentPassword, setCurrentPassword] = useState('');
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      await ask(changeDocument, {
        input: { newPassword, ...(currentPassword !== '' && { currentPassword }) },
      });
      notify('galley.profile.passwordSet', { type: 'success', autoHideDuration: 8_000 });
    });
    if (!isDone) return;
    setNewPassword('');
    setCurrentPassword('');
  };
  return (
    <Panel title={text('password')}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <CurrentPassword value={currentPassword} onChange={setCurrentPassword} />
        <TextField
          required
          type="password"
          label={text('newPassword')}
          helperText={text('newPasswordHelp')}
          autoComplete="new-password"
          value={newPassword}
          onChange={({ target }) => setNewPassword(target.value)}
        />
        <Button type="submit" variant="contained" disabled={newPassword.length < leastLetters} sx={{ mt: 1 }}>
          {text('setPassword')}
        </Button>
      </form>
    </Panel>
  );
}
