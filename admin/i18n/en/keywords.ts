import { resource } from '../../data/resource.ts';

export const keywords = {
  [resource.keywords]: {
    name: 'Keyword |||| Keywords',
    notifications: {
      created: 'Keyword added.',
      updated: 'Keyword saved. |||| %{smart_count} keywords saved.',
      deleted: 'Keyword deleted. |||| %{smart_count} keywords deleted.',
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
      disabled: 'Excluded from runs',
    },
  },
};
