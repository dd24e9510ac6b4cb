import { resource } from '../../data/resource.ts';

export const clusters = {
  [resource.clusters]: {
    name: 'Cluster |||| Clusters',
    notifications: {
      created: 'Cluster created.',
      updated: 'Cluster saved. |||| %{smart_count} clusters saved.',
      deleted: 'Cluster deleted. |||| %{smart_count} clusters deleted.',
    },
    fields: {
      name: 'Name',
      description: 'Description',
      keywords: 'Keywords',
      keywordCount: 'Keyword count',
      ideaCount: 'Ideas',
      status: 'Status',
      createdAt: 'Created',
    },
  },
};

export const clusterPages = {
  about: 'Topic',
  keywords: '1 keyword |||| %{smart_count} keywords',
  press: 'Select keywords to move them or split them off into a new cluster.',
  more: 'and %{count} more',
  all: 'All %{count}',
  ideas: 'Ideas',
  tasks: 'Tasks',
  contents: 'Drafts',
  merge: {
    open: 'Merge…',
    openInto: 'Merge into another…',
    title: 'Merge %{smart_count} clusters',
    titleInto: 'Merge this cluster into another',
    help: 'The cluster you keep gets all keywords, ideas, tasks and drafts. The others are deleted.',
    into: 'Cluster to keep',
    one: '%{name} (1 keyword) |||| %{name} (%{smart_count} keywords)',
    action: 'Merge',
  },
  split: {
    open: 'Split off…',
    title: 'New cluster for 1 keyword |||| New cluster for %{smart_count} keywords',
    name: 'Name of the new cluster',
    help: 'It waits for ideas. Existing ideas stay with the old cluster.',
    action: 'Split off',
    done: 'Split off into',
  },
};
