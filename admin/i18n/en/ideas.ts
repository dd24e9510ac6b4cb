import { resource } from '../../data/resource.ts';

export const ideas = {
  [resource.ideas]: {
    name: 'Idea |||| Ideas',
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
