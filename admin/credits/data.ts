import { graphql } from '../data/gql/gql.ts';
import type { CreditEntriesQuery, EntryKind } from '../data/gql/graphql.ts';
import type { ResourceData } from '../data/resource-data.ts';

const listDocument = graphql(`
  query CreditEntries($first: Int!, $after: String, $offset: Int!, $filter: CreditEntryFilter) {
    creditEntries(first: $first, after: $after, offset: $offset, filter: $filter) {
      totalCount
      pageInfo { endCursor }
      nodes { id kind amount createdAt stage siteId site { id name } runId run { id runId } }
    }
  }
`);

export type CreditRow = CreditEntriesQuery['creditEntries']['nodes'][number];
export type Shown = 'balance' | 'batches' | 'all';

/** What batches cost leaves the balance when their run ends, as one amount: together, both would count twice. */
const shownKinds: Record<Shown, EntryKind[]> = {
  balance: ['TOP_UP', 'SETTLEMENT'],
  batches: ['CHARGE'],
  all: ['TOP_UP', 'SETTLEMENT', 'CHARGE'],
};

export const creditEntryData: ResourceData = {
  async list({ filter, page }, ask) {
    // The site that is filtered for, not the chosen one: credits are the account's.
    const { ofSite, show = 'balance' }: { ofSite?: string; show?: Shown } = filter;
    const variables = { filter: { kinds: shownKinds[show], ...(ofSite && { siteId: ofSite }) }, ...page };
    return (await ask(listDocument, variables)).creditEntries;
  },
};
