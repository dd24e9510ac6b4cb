import { resource } from '../../data/resource.ts';

export const clusters = {
  [resource.clusters]: {
    name: 'Cluster |||| Clusters',
    fields: {
      name: 'Name',
      keywordCount: 'Keywords',
      ideaCount: 'Ideas',
      status: 'Status',
    },
  },
};
