import { resource } from '../../data/resource.ts';

export const contents = {
  [resource.contents]: {
    name: 'Draft |||| Content',
    fields: {
      title: 'Title',
      wordCount: 'Words',
      status: 'Status',
    },
  },
};
