import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { CopyOnce } from '../shell/CopyOnce.tsx';
import { useAttempt } from '../shell/use-attempt.ts';

const linkDocument = graphql(`
  mutation CreateSignInLink($input: UserInput!) {
    createSignInLink(input: $input) { link user { id } }
  }
`);

/** A new link for who has lost the way in. */
export function SignInLinkButton({ user }: { user: { readonly id: string } }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const [link, setLink] = useState<string | null>(null);
  const make = () =>
    attempt(async () => {
      setLink((await ask(linkDocument, { input: { id: user.id } })).createSignInLink.link);
    });
  return (
    <>
      <Button size="small" onClick={make}>
        {translate('galley.users.newLink')}
      </Button>
      {link && (
        <CopyOnce
          title={translate('galley.users.link')}
          help={translate('galley.users.linkHelp')}
          text={link}
          onClose={() => setLink(null)}
        />
      )}
    </>
  );
}
