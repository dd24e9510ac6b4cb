import { resource } from '../../data/resource.ts';

export const keywords = {
  [resource.keywords]: {
    name: 'Keyword |||| Keywords',
    notifications: {
      created: 'The keyword is added.',
      updated: 'The keyword is saved. |||| %{smart_count} keywords are saved.',
      deleted: 'The keyword is deleted. |||| %{smart_count} keywords are deleted.',
    },
    fields: {
      phrase: 'Keyword',
      status: 'Status',
      search: 'Search',
      volume: 'Volume',
      difficulty: 'Difficulty',
      cpc: 'CPC',
      intent: 'Intent',
      country: 'Country',
      cluster: 'Cluster',
      import: 'Import',
      createdAt: 'Added',
      failed: 'Failed',
      disabled: 'Kept out of runs',
    },
  },
};
