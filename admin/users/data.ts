import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Users($first: Int!, $offset: Int!, $sort: UserSort) {
    users(first: $first, offset: $offset, sort: $sort) {
      totalCount
      nodes { id name email role createdAt }
    }
  }
`);

export const userData: ResourceData = {
  async list({ sort, page }, ask) {
    const variables = { sort: sortBy(sort, { email: 'EMAIL', createdAt: 'CREATED' }), ...page };
    return (await ask(listDocument, variables)).users;
  },
};
