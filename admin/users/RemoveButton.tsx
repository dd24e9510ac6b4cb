import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { useAttempt } from '../shell/use-attempt.ts';

const removeDocument = graphql(`
  mutation RemoveUser($input: UserInput!) {
    removeUser(input: $input) { user { id } }
  }
`);

/** Removes somebody, after asking. */
export function RemoveButton({ user }: { user: { readonly id: string; readonly name: string } }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const [isAsking, setIsAsking] = useState(false);
  const remove = async () => {
    setIsAsking(false);
    await attempt(async () => {
      await ask(removeDocument, { input: { id: user.id } });
    });
  };
  return (
    <>
      <Button size="small" color="error" onClick={() => setIsAsking(true)}>
        {translate('galley.users.remove')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={translate('galley.users.removeAsk', { name: user.name })}
        content="galley.users.removeHelp"
        confirm="galley.users.remove"
        confirmColor="warning"
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
