import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Ideas($siteId: ObjectID!, $first: Int!, $after: String, $offset: Int!, $filter: IdeaFilter, $sort: IdeaSort) {
    ideas(siteId: $siteId, first: $first, after: $after, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { endCursor }
      nodes { ...IdeaRow }
    }
  }
`);
graphql(`
  fragment IdeaRow on Idea {
    id title brief articleKind keywords status wordTarget disabled createdAt
    cluster { id name }
    task { id title }
    failure { message stage }
  }
`);
const oneDocument = graphql(`
  query Idea($id: ObjectID!) {
    idea(id: $id) {
      ...IdeaRow siteId
      madeWith { provider model promptVersion }
      task { id title status content { id title status } }
    }
  }
`);
const updateDocument = graphql(`
  mutation UpdateIdea($input: UpdateIdeaInput!) {
    updateIdea(input: $input) { idea { ...IdeaRow } }
  }
`);
const updateManyDocument = graphql(`
  mutation UpdateIdeas($input: UpdateIdeasInput!) {
    updateIdeas(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteIdeas($input: DeleteIdeasInput!) {
    deleteIdeas(input: $input) { changed leftOutCount leftOut { why } }
  }
`);

const sorts = { title: 'TITLE', wordTarget: 'WORD_TARGET', createdAt: 'CREATED' } as const;

export const ideaData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = { siteId, filter, sort: sortBy(sort, sorts), ...page };
    return (await ask(listDocument, variables)).ideas;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).idea,
  update: async (id, changes, ask) =>
    (await ask(updateDocument, { input: { id, ...changes } })).updateIdea.idea,
  updateMany: async (choice, changes, ask) =>
    (await ask(updateManyDocument, { input: { ...changes, ...choice } })).updateIdeas,
  deleteMany: async (choice, ask) => (await ask(deleteDocument, { input: choice })).deleteIdeas,
};
