import { resource } from '../../data/resource.ts';

export const clusters = {
  [resource.clusters]: {
    name: 'Cluster |||| Clusters',
    notifications: {
      created: 'The cluster is made.',
      updated: 'The cluster is saved. |||| %{smart_count} clusters are saved.',
      deleted: 'The cluster is deleted. |||| %{smart_count} clusters are deleted.',
    },
    fields: {
      name: 'Name',
      description: 'What it is about',
      keywords: 'Keywords',
      keywordCount: 'How many',
      ideaCount: 'Ideas',
      status: 'Status',
      createdAt: 'Made',
    },
  },
};

export const clusterPages = {
  about: 'The topic',
  keywords: '1 keyword |||| %{smart_count} keywords',
  press: 'Press keywords to choose them, then move them or make a cluster of them.',
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
    help: 'The one that stays gets all keywords, ideas, tasks and drafts. The others are gone.',
    into: 'The cluster that stays',
    one: '%{name} (1 keyword) |||| %{name} (%{smart_count} keywords)',
    action: 'Merge',
  },
  split: {
    open: 'Split off…',
    title: 'A cluster of its own for 1 keyword |||| A cluster of their own for %{smart_count} keywords',
    name: 'Name of the new cluster',
    help: 'It waits for ideas. The ideas that there are stay with the old one.',
    action: 'Split off',
    done: 'Split off into',
  },
};
