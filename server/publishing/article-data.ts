import type { PagePicture } from './pictures.ts';
import type { Publication } from './target.ts';

/**
 * What search engines read of an article: schema.org's Article as JSON-LD. Made of what is stored, never by a model;
 * `<` is escaped, so that no text can end the script that it stands in. Addresses are told where the site has one.
 */
export function articleData({ site, content }: Publication, pictures: readonly PagePicture[]): string {
  const organisation = { '@type': 'Organization', name: site.name, ...(site.url && { url: site.url }) };
  const address = site.url ? addressOf(site.url, content.slug) : undefined;
  const featured = pictures.find(({ position }) => position === 0);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: content.title,
    description: content.metaDescription || content.excerpt,
    inLanguage: site.language,
    keywords: content.keywords,
    wordCount: content.wordCount,
    datePublished: (content.published?.at ?? content.updatedAt).toISOString(),
    dateModified: content.updatedAt.toISOString(),
    image: featured && address ? [new URL(encodeURIComponent(featured.path), address).href] : undefined,
    mainEntityOfPage: address,
    author: organisation,
    publisher: organisation,
  };
  return JSON.stringify(data).replace(/</gu, '\\u003c');
}

/** Where a site that takes the folder as it is shows the article. */
export function addressOf(url: string, slug: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/*$/, '')}/${encodeURIComponent(slug)}/`;
}
