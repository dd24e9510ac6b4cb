import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { useAttempt } from '../shell/use-attempt.ts';

const revokeDocument = graphql(`
  mutation RevokeApiKey($input: ApiKeyInput!) {
    revokeApiKey(input: $input) { apiKey { id } }
  }
`);

/** Makes a key worth nothing, after asking. */
export function RevokeButton({ id, name }: { id: string; name: string }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const [isAsking, setIsAsking] = useState(false);
  const revoke = async () => {
    setIsAsking(false);
    await attempt(async () => {
      await ask(revokeDocument, { input: { id } });
    });
  };
  return (
    <>
      <Button size="small" color="error" onClick={() => setIsAsking(true)}>
        {translate('galley.apiKeys.revoke')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={translate('galley.apiKeys.revokeAsk', { name })}
        content="galley.apiKeys.revokeHelp"
        confirm="galley.apiKeys.revoke"
        confirmColor="warning"
        onConfirm={revoke}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
