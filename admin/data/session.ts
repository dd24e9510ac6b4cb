import { ApiError, type Ask } from './ask.ts';
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
  /** Asks as a page does; where the API takes that for nobody's, whoever listens to `onSignedOut` is told. */
  readonly ask: Ask;
  /** Throws UNAUTHENTICATED where nobody is. */
  me(): Promise<Me>;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** Has those who listen told, if nobody is signed in any more. */
  check(): Promise<void>;
  onSignedOut(listener: (error: unknown) => void): () => void;
  /**
   * Takes it that nobody is signed in any more. True where somebody was and has not signed out: from then on, until
   * somebody signs in.
   */
  end(): boolean;
  /** Asks anew the next time. */
  forget(): void;
}

/** True where the API has answered as it does to nobody. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'UNAUTHENTICATED';
}

export function createSession(reach: Ask): Session {
  let known: Promise<Me> | null = null;
  let hasEnded = false;
  const listeners = new Set<(error: unknown) => void>();
  const forget = () => {
    known = null;
  };
  const ask: Ask = async (document, variables, signal) => {
    try {
      return await reach(document, variables, signal);
    } catch (error) {
      if (isSignedOut(error)) for (const listener of listeners) listener(error);
      throw error;
    }
  };
  return {
    ask,
    forget,
    me() {
      known ??= reach(meDocument, {}).then(({ me }) => me);
      known.catch(forget);
      return known;
    },
    async signIn(email, password) {
      forget();
      await reach(signInDocument, { input: { email, password } });
      hasEnded = false;
    },
    async signOut() {
      forget();
      await reach(signOutDocument, {});
    },
    async check() {
      // What else is wrong does not say that anybody was signed out.
      await ask(meDocument, {}).catch(() => {});
    },
    onSignedOut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end() {
      hasEnded ||= known !== null;
      forget();
      return hasEnded;
    },
  };
}
