import { graphql } from '../data/gql/gql.ts';
import type { ResourceData } from '../data/resource-data.ts';

const listDocument = graphql(`
  query ApiKeys($first: Int!, $offset: Int!) {
    apiKeys(first: $first, offset: $offset) {
      totalCount
      nodes { id name prefix scopes createdAt lastUsedAt revokedAt }
    }
  }
`);

export const apiKeyData: ResourceData = {
  async list({ page }, ask) {
    const variables = { ...page };
    return (await ask(listDocument, variables)).apiKeys;
  },
};
