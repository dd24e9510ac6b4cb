import { resource } from '../../data/resource.ts';

export const tasks = {
  [resource.tasks]: {
    name: 'Task |||| Tasks',
    notifications: {
      updated: 'The task is saved. |||| %{smart_count} tasks are saved.',
      deleted: 'The task is deleted. |||| %{smart_count} tasks are deleted.',
    },
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
