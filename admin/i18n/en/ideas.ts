import { resource } from '../../data/resource.ts';

export const ideas = {
  [resource.ideas]: {
    name: 'Idea |||| Ideas',
    notifications: {
      created: 'Idea added.',
      updated: 'Idea saved. |||| %{smart_count} ideas saved.',
      deleted: 'Idea deleted. |||| %{smart_count} ideas deleted.',
    },
    fields: {
      title: 'Title',
      wordTarget: 'Words',
      status: 'Status',
      brief: 'Outline',
      keywords: 'Target keywords',
      articleKind: 'Type',
      cluster: 'Cluster',
      task: 'Task',
      createdAt: 'Created',
    },
  },
};
