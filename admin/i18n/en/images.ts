import { resource } from '../../data/resource.ts';

export const images = {
  [resource.images]: {
    name: 'Image |||| Images',
    notifications: {
      updated: 'The image is saved. |||| %{smart_count} images are saved.',
      deleted: 'The image is dropped. |||| %{smart_count} images are dropped.',
    },
    fields: {
      prompt: 'Prompt',
      kind: 'Kind',
      alt: 'Alt text',
      status: 'Status',
    },
  },
};

export const imagePages = {
  kinds: { FEATURED: 'Featured', IN_ARTICLE: 'In the article' },
  ofDraft: 'Draft',
  choose: 'Choose: %{alt}',
  drop: 'Drop',
  anew: 'Make anew',
  anewTitle: 'Make this picture anew',
  anewHelp: 'The next run makes it, which spends credits. Until then its draft is not in review.',
  prompt: 'What it is made of',
};
