import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Images($siteId: ObjectID!, $first: Int!, $offset: Int!, $filter: ImageFilter, $sort: ImageSort) {
    images(siteId: $siteId, first: $first, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      nodes { id prompt alt kind status url disabled createdAt failure { message } }
    }
  }
`);
const oneDocument = graphql(`
  query Image($id: ObjectID!) {
    image(id: $id) { id prompt alt kind status url disabled createdAt failure { message } }
  }
`);
const deleteDocument = graphql(`
  mutation DropImages($input: DropImagesInput!) {
    dropImages(input: $input) { changed leftOutCount leftOut { id why } }
  }
`);

export const imageData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = { siteId, filter, sort: sortBy(sort, { createdAt: 'CREATED' }), ...page };
    return (await ask(listDocument, variables)).images;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).image,
  deleteMany: (choice, ask) => ask(deleteDocument, { input: choice }),
};
