import { resource } from '../../data/resource.ts';

export const apiKeys = {
  [resource.apiKeys]: {
    name: 'API key |||| API keys',
    fields: {
      name: 'Name',
      prefix: 'Begins with',
      lastUsedAt: 'Last used',
      createdAt: 'Made',
    },
  },
};
