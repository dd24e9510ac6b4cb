import { resource } from '../../data/resource.ts';

export const tasks = {
  [resource.tasks]: {
    name: 'Task |||| Tasks',
    fields: {
      title: 'Title',
      wordTarget: 'Words',
      status: 'Status',
      brief: 'Outline',
      keywords: 'Answers',
      articleKind: 'Kind',
      cluster: 'Cluster',
      idea: 'Idea',
      content: 'Draft',
      createdAt: 'Queued',
    },
  },
};
