import { resource } from '../../data/resource.ts';

export const ideas = {
  [resource.ideas]: {
    name: 'Idea |||| Ideas',
    notifications: {
      created: 'The idea is added.',
      updated: 'The idea is saved. |||| %{smart_count} ideas are saved.',
      deleted: 'The idea is deleted. |||| %{smart_count} ideas are deleted.',
    },
    fields: {
      title: 'Title',
      wordTarget: 'Words',
      status: 'Status',
      brief: 'Outline',
      keywords: 'Answers',
      articleKind: 'Kind',
      cluster: 'Cluster',
      task: 'Task',
      createdAt: 'Made',
    },
  },
};
