import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Tasks($siteId: ObjectID!, $first: Int!, $after: String, $offset: Int!, $filter: TaskFilter, $sort: TaskSort) {
    tasks(siteId: $siteId, first: $first, after: $after, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { endCursor }
      nodes { ...TaskRow }
    }
  }
`);
graphql(`
  fragment TaskRow on Task {
    id title brief articleKind keywords status wordTarget disabled createdAt
    cluster { id name }
    idea { id title }
    content { id title status }
    failure { message stage }
  }
`);
const oneDocument = graphql(`
  query Task($id: ObjectID!) {
    task(id: $id) {
      ...TaskRow siteId
      site { id name }
    }
  }
`);
const updateDocument = graphql(`
  mutation UpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) { task { ...TaskRow } }
  }
`);
const updateManyDocument = graphql(`
  mutation UpdateTasks($input: UpdateTasksInput!) {
    updateTasks(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteTasks($input: DeleteTasksInput!) {
    deleteTasks(input: $input) { changed leftOutCount leftOut { why } }
  }
`);

const sorts = { title: 'TITLE', wordTarget: 'WORD_TARGET', createdAt: 'CREATED' } as const;

export const taskData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = { siteId, filter, sort: sortBy(sort, sorts), ...page };
    return (await ask(listDocument, variables)).tasks;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).task,
  update: async (id, changes, ask) =>
    (await ask(updateDocument, { input: { id, ...changes } })).updateTask.task,
  updateMany: async (choice, changes, ask) =>
    (await ask(updateManyDocument, { input: { ...changes, ...choice } })).updateTasks,
  deleteMany: async (choice, ask) => (await ask(deleteDocument, { input: choice })).deleteTasks,
};
