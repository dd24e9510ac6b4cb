import type { Ask } from './ask.ts';
import { graphql } from './gql/gql.ts';
import type { MeQuery } from './gql/graphql.ts';

const meDocument = graphql(`
  query Me {
    me {
      account { id name available held }
      user { id name email role }
      rights
    }
  }
`);
const signInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { user { id } }
  }
`);
const signOutDocument = graphql(`
  mutation SignOut {
    signOut { signedOut }
  }
`);

type Me = MeQuery['me'];

/** Who is signed in, as the API has told: asked once, until that changes. */
export interface Session {
  /** Throws UNAUTHENTICATED where nobody is. */
  me(): Promise<Me>;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** Asks anew the next time. */
  forget(): void;
}

export function createSession(ask: Ask): Session {
  let known: Promise<Me> | null = null;
  const forget = () => {
    known = null;
  };
  return {
    forget,
    me() {
      known ??= ask(meDocument, {}).then(({ me }) => me);
      known.catch(forget);
      return known;
    },
    async signIn(email, password) {
      forget();
      await ask(signInDocument, { input: { email, password } });
    },
    async signOut() {
      forget();
      await ask(signOutDocument, {});
    },
  };
}
