import type { ShownContent, ShownSite } from '../../../server/cli/html/article-page.ts';
import type { PagePicture } from '../../../server/publishing/pictures.ts';

export const site: ShownSite = { name: 'Bean & Brew', language: 'en' };

/** A draft with two headings, but for what `given` says. */
export function contentWith(given: Partial<ShownContent> = {}): ShownContent {
  return {
    title: 'Ultimate Coffee Bean Buying Guide',
    slug: 'ultimate-coffee-bean-buying-guide',
    html: '<p>Good coffee starts with beans.</p><h2>Roast</h2><p>Light or dark.</p><h2>Origin</h2><p>Far away.</p>',
    excerpt: 'How to choose beans that suit your brewer.',
    metaTitle: 'Coffee Bean Buying Guide',
    metaDescription: 'Choose coffee beans by roast, origin and freshness.',
    wordCount: 1234,
    keywords: ['coffee beans', 'best coffee beans'],
    sample: false,
    ...given,
  };
}

export function pictureAt(position: number, given: Partial<PagePicture> = {}): PagePicture {
  return {
    position,
    alt: `Picture ${position}`,
    path: `images/p-${position}.png`,
    webp: null,
    width: 1024,
    height: 768,
    ...given,
  };
}
