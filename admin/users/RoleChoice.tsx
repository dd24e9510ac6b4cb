import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import type { Role } from '../data/gql/graphql.ts';
import { useWires } from '../data/wires.ts';
import { useAttempt } from '../shell/use-attempt.ts';

const changeDocument = graphql(`
  mutation ChangeUserRole($input: ChangeRoleInput!) {
    changeUserRole(input: $input) { user { id role } }
  }
`);

export const roles: readonly Role[] = ['OWNER', 'EDITOR', 'VIEWER'];

interface RoleChoiceProps {
  readonly user: { readonly id: string; readonly name: string; readonly role: Role };
}

/** What somebody may do; a change is asked about, as it ends what they have open. */
export function RoleChoice({ user: { id, name, role } }: RoleChoiceProps) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const [wanted, setWanted] = useState<Role | null>(null);
  const nameOf = (one: Role) => translate(`galley.users.roles.${one}`);
  const change = async () => {
    if (!wanted) return;
    setWanted(null);
    await attempt(async () => {
      await ask(changeDocument, { input: { id, role: wanted } });
    });
  };
  return (
    <>
      <TextField
        select
        value={role}
        margin="none"
        sx={{ minWidth: 120, '& .MuiSelect-select': { py: 0.5, fontSize: '0.8438rem' } }}
        slotProps={{
          select: { SelectDisplayProps: { 'aria-label': translate('galley.users.roleOf', { name }) } },
        }}
        onChange={({ target }) => setWanted(roles.find((one) => one === target.value) ?? null)}
      >
        {roles.map((one) => (
          <MenuItem key={one} value={one}>
            {nameOf(one)}
          </MenuItem>
        ))}
      </TextField>
      <Confirm
        isOpen={wanted !== null}
        title={translate('galley.users.change', { name, role: nameOf(wanted ?? role) })}
        content={`galley.users.about.${wanted ?? role}`}
        onConfirm={change}
        onClose={() => setWanted(null)}
      />
    </>
  );
}
