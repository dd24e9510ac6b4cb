import { graphql } from '../data/gql/gql.ts';
import type { ResourceData } from '../data/resource-data.ts';

const listDocument = graphql(`
  query CreditEntries($first: Int!, $offset: Int!, $filter: CreditEntryFilter) {
    creditEntries(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id kind amount createdAt stage siteId runId }
    }
  }
`);

export const creditEntryData: ResourceData = {
  async list({ filter, page }, ask) {
    const variables = { filter, ...page };
    return (await ask(listDocument, variables)).creditEntries;
  },
};
