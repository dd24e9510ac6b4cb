import { resource } from '../../data/resource.ts';

export const tasks = {
  [resource.tasks]: {
    name: 'Task |||| Tasks',
    notifications: {
      updated: 'Task saved. |||| %{smart_count} tasks saved.',
      deleted: 'Task deleted. |||| %{smart_count} tasks deleted.',
    },
    fields: {
      title: 'Title',
      wordTarget: 'Words',
      status: 'Status',
      brief: 'Outline',
      keywords: 'Target keywords',
      articleKind: 'Type',
      cluster: 'Cluster',
      idea: 'Idea',
      content: 'Draft',
      createdAt: 'Queued',
    },
  },
};
