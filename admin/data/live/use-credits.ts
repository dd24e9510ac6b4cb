import { graphql } from '../gql/gql.ts';
import type { CreditsQuery } from '../gql/graphql.ts';
import { useLive } from './use-live.ts';

const creditsDocument = graphql(`
  query Credits {
    account { id name available held used }
  }
`);
const creditsChangedDocument = graphql(`
  subscription CreditsChanged {
    creditsChanged { id name available held used }
  }
`);

/** The account's credits as they are now. */
export function useCredits(): CreditsQuery['account'] | undefined {
  const { data } = useLive({
    key: ['credits'],
    query: creditsDocument,
    variables: {},
    subscription: creditsChangedDocument,
    follow: () => ({}),
    apply: (_, { creditsChanged }) => ({ account: creditsChanged }),
    pollEvery: () => 10_000,
  });
  return data?.account;
}
