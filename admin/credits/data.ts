import { graphql } from '../data/gql/gql.ts';
import type { ResourceData } from '../data/resource-data.ts';

const listDocument = graphql(`
  query CreditEntries($first: Int!, $offset: Int!, $filter: CreditEntryFilter) {
    creditEntries(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id kind amount createdAt stage site { id name } run { id runId } }
    }
  }
`);

export const creditEntryData: ResourceData = {
  async list({ filter, page }, ask) {
    // The site that is filtered for, not the chosen one: credits are the account's.
    const { ofSite, ...rest }: { ofSite?: string } = filter;
    const variables = { filter: { ...rest, ...(ofSite && { siteId: ofSite }) }, ...page };
    return (await ask(listDocument, variables)).creditEntries;
  },
};
