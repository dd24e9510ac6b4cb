import { resource } from '../../data/resource.ts';

export const images = {
  [resource.images]: {
    name: 'Image |||| Images',
    notifications: {
      updated: 'Image saved. |||| %{smart_count} images saved.',
      deleted: 'Image dropped. |||| %{smart_count} images dropped.',
    },
    fields: {
      prompt: 'Prompt',
      kind: 'Type',
      alt: 'Alt text',
      status: 'Status',
    },
  },
};

export const imagePages = {
  kinds: { FEATURED: 'Featured', IN_ARTICLE: 'In the article' },
  ofDraft: 'Draft',
  choose: 'Select: %{alt}',
  drop: 'Drop',
  anew: 'Regenerate',
  anewTitle: 'Regenerate this image',
  anewHelp: 'The next run will make it, which spends credits. Until then, its draft is not in review.',
  prompt: 'Prompt',
};
