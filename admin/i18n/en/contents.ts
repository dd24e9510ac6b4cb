import { resource } from '../../data/resource.ts';

export const contents = {
  [resource.contents]: {
    name: 'Draft |||| Content',
    fields: {
      title: 'Title',
      slug: 'Slug',
      html: 'Article',
      excerpt: 'Excerpt',
      metaTitle: 'Meta title',
      metaDescription: 'Meta description',
      wordCount: 'Words',
      status: 'Status',
    },
  },
};
