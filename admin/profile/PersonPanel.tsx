import { Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { Panel } from '../shell/Panel.tsx';
import { useAttempt } from '../shell/use-attempt.ts';
import { CurrentPassword } from './CurrentPassword.tsx';

const updateDocument = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) { user { id } }
  }
`);

interface Person {
  readonly name: string;
  readonly email: string;
}

/** Name and address. Another address is asked for with the password. */
export function PersonPanel(saved: Person) {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.profile.${name}`);
  const { ask, session } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const [draft, setDraft] = useState<Partial<Person>>({});
  const [currentPassword, setCurrentPassword] = useState('');
  const { name, email } = { ...saved, ...draft };
  const isMoved = email !== saved.email;
  const isChanged = isMoved || name !== saved.name;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const password = isMoved && currentPassword !== '' ? { currentPassword } : {};
    const isDone = await attempt(async () => {
      await ask(updateDocument, { input: { name, ...(isMoved && { email }), ...password } });
      session.forget();
      notify('galley.profile.saved', { type: 'success' });
    });
    if (isDone) setCurrentPassword('');
  };
  return (
    <Panel title={text('you')}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <TextField
          required
          label={text('name')}
          autoComplete="name"
          value={name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
        <TextField
          required
          type="email"
          label={text('email')}
          helperText={text('emailHelp')}
          autoComplete="username"
          value={email}
          onChange={({ target }) => setDraft({ ...draft, email: target.value })}
        />
        {isMoved && <CurrentPassword value={currentPassword} onChange={setCurrentPassword} />}
        <Button type="submit" variant="contained" disabled={!isChanged} sx={{ mt: 1 }}>
          {translate('ra.action.save')}
        </Button>
      </form>
    </Panel>
  );
}
