import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Images($siteId: ObjectID!, $first: Int!, $after: String, $offset: Int!, $filter: ImageFilter, $sort: ImageSort) {
    images(siteId: $siteId, first: $first, after: $after, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { endCursor }
      nodes { ...ImageRow }
    }
  }
`);
graphql(`
  fragment ImageRow on Image {
    id prompt alt kind position status url width height model disabled createdAt
    content { id title status }
    failure { message stage }
  }
`);
const oneDocument = graphql(`
  query Image($id: ObjectID!) {
    image(id: $id) {
      ...ImageRow
      paintedWith { provider model }
    }
  }
`);
const updateDocument = graphql(`
  mutation UpdateImage($input: UpdateImageInput!) {
    updateImage(input: $input) { image { ...ImageRow } }
  }
`);
const updateManyDocument = graphql(`
  mutation UpdateImages($input: UpdateImagesInput!) {
    updateImages(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const deleteDocument = graphql(`
  mutation DropImages($input: DropImagesInput!) {
    dropImages(input: $input) { changed leftOutCount leftOut { why } }
  }
`);

const sorts = { createdAt: 'CREATED' } as const;

export const imageData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = { siteId, filter, sort: sortBy(sort, sorts), ...page };
    return (await ask(listDocument, variables)).images;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).image,
  update: async (id, changes, ask) =>
    (await ask(updateDocument, { input: { id, ...changes } })).updateImage.image,
  updateMany: async (choice, changes, ask) =>
    (await ask(updateManyDocument, { input: { disabled: false, ...changes, ...choice } })).updateImages,
  deleteMany: async (choice, ask) => (await ask(deleteDocument, { input: choice })).dropImages,
};
