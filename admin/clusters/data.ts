import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Clusters($siteId: ObjectID!, $first: Int!, $after: String, $offset: Int!, $filter: ClusterFilter, $sort: ClusterSort) {
    clusters(siteId: $siteId, first: $first, after: $after, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { endCursor }
      nodes { ...ClusterRow }
    }
  }
`);
graphql(`
  fragment ClusterRow on Cluster {
    id name description status keywordCount ideaCount disabled createdAt
    keywords { id phrase }
    failure { message stage }
  }
`);
const oneDocument = graphql(`
  query Cluster($id: ObjectID!) {
    cluster(id: $id) {
      ...ClusterRow siteId
      madeWith { provider model }
      ideas { id title status }
      tasks { id title status }
      contents { id title status }
    }
  }
`);
const updateDocument = graphql(`
  mutation UpdateCluster($input: UpdateClusterInput!) {
    updateCluster(input: $input) { cluster { ...ClusterRow } }
  }
`);
const updateManyDocument = graphql(`
  mutation UpdateClusters($input: UpdateClustersInput!) {
    updateClusters(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteClusters($input: DeleteClustersInput!) {
    deleteClusters(input: $input) { changed leftOutCount leftOut { why } }
  }
`);

const sorts = { name: 'NAME', keywordCount: 'KEYWORDS', ideaCount: 'IDEAS', createdAt: 'CREATED' } as const;

export const clusterData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = { siteId, filter, sort: sortBy(sort, sorts), ...page };
    return (await ask(listDocument, variables)).clusters;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).cluster,
  update: async (id, changes, ask) =>
    (await ask(updateDocument, { input: { id, ...changes } })).updateCluster.cluster,
  updateMany: async (choice, changes, ask) =>
    (await ask(updateManyDocument, { input: { disabled: false, ...changes, ...choice } })).updateClusters,
  deleteMany: async (choice, ask) => (await ask(deleteDocument, { input: choice })).deleteClusters,
};
