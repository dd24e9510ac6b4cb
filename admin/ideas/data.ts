import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Ideas($siteId: ObjectID!, $first: Int!, $offset: Int!, $filter: IdeaFilter, $sort: IdeaSort) {
    ideas(siteId: $siteId, first: $first, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      nodes { id title status wordTarget disabled createdAt failure { message } }
    }
  }
`);
const oneDocument = graphql(`
  query Idea($id: ObjectID!) {
    idea(id: $id) { id title status wordTarget disabled createdAt failure { message } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteIdeas($input: DeleteIdeasInput!) {
    deleteIdeas(input: $input) { changed leftOutCount leftOut { id why } }
  }
`);

export const ideaData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = {
      siteId,
      filter,
      sort: sortBy(sort, { title: 'TITLE', wordTarget: 'WORD_TARGET', createdAt: 'CREATED' }),
      ...page,
    };
    return (await ask(listDocument, variables)).ideas;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).idea,
  deleteMany: (choice, ask) => ask(deleteDocument, { input: choice }),
};
