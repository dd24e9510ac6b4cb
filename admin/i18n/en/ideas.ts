import { resource } from '../../data/resource.ts';

export const ideas = {
  [resource.ideas]: {
    name: 'Idea |||| Ideas',
    fields: {
      title: 'Title',
      wordTarget: 'Words',
      status: 'Status',
    },
  },
};
