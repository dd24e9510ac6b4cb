import AddIcon from '@mui/icons-material/PersonAddAltOutlined';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import type { Role } from '../data/gql/graphql.ts';
import { useWires } from '../data/wires.ts';
import { CopyOnce } from '../shell/CopyOnce.tsx';
import { useAttempt } from '../shell/use-attempt.ts';
import { roles } from './RoleChoice.tsx';

const inviteDocument = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) { link user { id } }
  }
`);

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Makes a user, and shows the link by which they sign in first. */
export function InviteButton() {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.users.${name}`);
  const { ask } = useWires();
  const attempt = useAttempt();
  const [invited, setInvited] = useState<Invited | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const close = () => setInvited(null);
  const { name = '', email = '', role = 'EDITOR' } = invited ?? {};
  const change = (fields: Partial<Invited>) => setInvited({ name, email, role, ...fields });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      setLink((await ask(inviteDocument, { input: { name, email, role } })).inviteUser.link);
    });
    if (isDone) close();
  };
  return (
    <>
      <Button size="small" startIcon={<AddIcon />} onClick={() => change({})}>
        {text('invite')}
      </Button>
      <Dialog open={invited !== null} onClose={close} fullWidth maxWidth="xs" aria-labelledby="invite-title">
        <form onSubmit={onSubmit}>
          <DialogTitle id="invite-title">{text('invite')}</DialogTitle>
          <DialogContent>
            <TextField
              autoFocus
              required
              label={text('name')}
              value={name}
              onChange={({ target }) => change({ name: target.value })}
            />
            <TextField
              required
              type="email"
              label={text('email')}
              value={email}
              onChange={({ target }) => change({ email: target.value })}
            />
            <TextField
              select
              label={text('role')}
              helperText={text(`about.${role}`)}
              value={role}
              onChange={({ target }) => change({ role: roles.find((one) => one === target.value) ?? role })}
            >
              {roles.map((one) => (
                <MenuItem key={one} value={one}>
                  {text(`roles.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained">
              {text('makeLink')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {link && (
        <CopyOnce title={text('link')} help={text('linkHelp')} text={link} onClose={() => setLink(null)} />
      )}
    </>
  );
}
