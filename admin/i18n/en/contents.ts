import { resource } from '../../data/resource.ts';

export const contents = {
  [resource.contents]: {
    name: 'Draft |||| Content',
    images: {
      unplanned: 'Not planned yet',
      pending: '%{done} of %{total}',
      failed: '%{done} of %{total}, %{failed} failed',
      done: '%{total}',
    },
    fields: {
      title: 'Title',
      wordCount: 'Words',
      status: 'Status',
      slug: 'Slug',
      imageCounts: 'Images',
      cluster: 'Cluster',
      task: 'Task',
      createdAt: 'Written',
    },
  },
};
