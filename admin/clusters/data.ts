import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Clusters($siteId: ObjectID!, $first: Int!, $offset: Int!, $filter: ClusterFilter, $sort: ClusterSort) {
    clusters(siteId: $siteId, first: $first, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      nodes { id name status keywordCount ideaCount disabled createdAt failure { message } }
    }
  }
`);
const oneDocument = graphql(`
  query Cluster($id: ObjectID!) {
    cluster(id: $id) { id name status keywordCount ideaCount disabled createdAt failure { message } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteClusters($input: DeleteClustersInput!) {
    deleteClusters(input: $input) { changed leftOutCount leftOut { id why } }
  }
`);

export const clusterData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = {
      siteId,
      filter,
      sort: sortBy(sort, {
        name: 'NAME',
        keywordCount: 'KEYWORDS',
        ideaCount: 'IDEAS',
        createdAt: 'CREATED',
      }),
      ...page,
    };
    return (await ask(listDocument, variables)).clusters;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).cluster,
  deleteMany: (choice, ask) => ask(deleteDocument, { input: choice }),
};
