import { atField } from '../data/ask.ts';
import { graphql } from '../data/gql/gql.ts';
import type { UpdateContentInput } from '../data/gql/graphql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Contents($siteId: ObjectID!, $first: Int!, $after: String, $offset: Int!, $filter: ContentFilter, $sort: ContentSort) {
    contents(siteId: $siteId, first: $first, after: $after, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { endCursor }
      nodes { ...ContentRow }
    }
  }
`);
graphql(`
  fragment ContentRow on Content {
    id title slug status wordCount disabled createdAt
    cluster { id name }
    task { id title }
    imageCounts { planned total pending failed }
    failure { message stage }
    sentBack { name at reason }
  }
`);
const oneDocument = graphql(`
  query Content($id: ObjectID!) {
    content(id: $id) { ...Article }
  }
`);
const updateDocument = graphql(`
  mutation UpdateContent($input: UpdateContentInput!) {
    updateContent(input: $input) { content { ...Article } }
  }
`);
const updateManyDocument = graphql(`
  mutation UpdateContents($input: UpdateContentsInput!) {
    updateContents(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteContents($input: DeleteContentsInput!) {
    deleteContents(input: $input) { changed leftOutCount leftOut { why } }
  }
`);

export const contentData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = {
      siteId,
      filter,
      sort: sortBy(sort, { title: 'TITLE', wordCount: 'WORD_COUNT', slug: 'SLUG', createdAt: 'CREATED' }),
      ...page,
    };
    return (await ask(listDocument, variables)).contents;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).content,
  async update(id, changes, ask) {
    const { title, slug, html, excerpt, metaTitle, metaDescription }: Partial<UpdateContentInput> = changes;
    const input = { id, title, slug, html, excerpt, metaTitle, metaDescription };
    const { updateContent } = await ask(updateDocument, { input }).catch(atField('NAME_TAKEN', 'slug'));
    return updateContent.content;
  },
  updateMany: async (choice, changes, ask) =>
    (await ask(updateManyDocument, { input: { disabled: false, ...changes, ...choice } })).updateContents,
  deleteMany: async (choice, ask) => (await ask(deleteDocument, { input: choice })).deleteContents,
};
