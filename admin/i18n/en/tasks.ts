import { resource } from '../../data/resource.ts';

export const tasks = {
  [resource.tasks]: {
    name: 'Task |||| Tasks',
    fields: {
      title: 'Title',
      wordTarget: 'Words',
      status: 'Status',
    },
  },
};
