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
    sentBack: {
      filter: 'Sent back',
      why: '%{name} sent it back: “%{reason}”',
      by: '%{name} sent it back',
    },
    notifications: {
      updated: 'Draft saved. |||| %{smart_count} drafts saved.',
      deleted: 'Draft deleted. |||| %{smart_count} drafts deleted.',
    },
    fields: {
      title: 'Title',
      slug: 'Slug',
      html: 'Article',
      excerpt: 'Excerpt',
      metaTitle: 'Meta title',
      metaDescription: 'Meta description',
      wordCount: 'Words',
      status: 'Status',
      imageCounts: 'Images',
      cluster: 'Cluster',
      task: 'Task',
      createdAt: 'Written',
    },
  },
};
