import { resource } from '../../data/resource.ts';

export const creditEntries = {
  [resource.creditEntries]: {
    name: 'Entry |||| Credits',
    fields: {
      createdAt: 'When',
      kind: 'What',
      amount: 'Credits',
      stage: 'Stage',
    },
  },
};
