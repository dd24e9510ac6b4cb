import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Tasks($siteId: ObjectID!, $first: Int!, $offset: Int!, $filter: TaskFilter, $sort: TaskSort) {
    tasks(siteId: $siteId, first: $first, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      nodes { id title status wordTarget disabled createdAt failure { message } }
    }
  }
`);
const oneDocument = graphql(`
  query Task($id: ObjectID!) {
    task(id: $id) { id title status wordTarget disabled createdAt failure { message } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteTasks($input: DeleteTasksInput!) {
    deleteTasks(input: $input) { changed leftOutCount leftOut { id why } }
  }
`);

export const taskData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = {
      siteId,
      filter,
      sort: sortBy(sort, { title: 'TITLE', wordTarget: 'WORD_TARGET', createdAt: 'CREATED' }),
      ...page,
    };
    return (await ask(listDocument, variables)).tasks;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).task,
  deleteMany: (choice, ask) => ask(deleteDocument, { input: choice }),
};
