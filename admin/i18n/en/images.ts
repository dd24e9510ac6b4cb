import { resource } from '../../data/resource.ts';

export const images = {
  [resource.images]: {
    name: 'Image |||| Images',
    fields: {
      prompt: 'Prompt',
      kind: 'Kind',
      status: 'Status',
    },
  },
};
