import { withAddresses } from '../../../schema/article-links.ts';
import type { Content } from '../../../schema/content.ts';
import type { Site } from '../../../schema/site.ts';
import { escapeHtml } from '../../publishing/markup.ts';
import { figure, type PagePicture, withPictures } from '../../publishing/pictures.ts';
import { page } from './markup.ts';
import { articleStyle } from './style.ts';

export type ShownContent = Pick<
  Content,
  | 'title'
  | 'slug'
  | 'html'
  | 'excerpt'
  | 'metaTitle'
  | 'metaDescription'
  | 'wordCount'
  | 'keywords'
  | 'sample'
>;

export type ShownSite = Pick<Site, 'name' | 'language'>;

/** One draft as a page of its own, with its pictures where they belong. Its `html` is sanitised already. */
export function articlePage(
  content: ShownContent,
  pictures: readonly PagePicture[],
  site: ShownSite,
): string {
  const featured = pictures.find(({ position }) => position === 0);
  // Drafts have no addresses yet.
  const html = withAddresses(content.html, () => undefined);
  const head = {
    language: site.language,
    title: content.metaTitle || content.title,
    description: content.metaDescription || content.excerpt,
    image: featured?.path ?? null,
    style: articleStyle,
  };
  return page(
    head,
    `<main>
<nav class="small"><a href="index.html" lang="en" dir="ltr">← All articles</a></nav>
<article>
<h1>${escapeHtml(content.title)}</h1>
<p class="lead">${escapeHtml(content.excerpt)}</p>
${needsNote(content) ? `${sampleNote}\n` : ''}${featured === undefined ? '' : `${figure(featured, 'featured')}\n`}${withPictures(html, pictures)}
</article>
${facts(content, site)}
</main>`,
  );
}

/** A sample says so itself, at its head and in its own language, unless a person has taken that out. */
function needsNote({ sample, html }: ShownContent): boolean {
  return sample && !html.includes('<aside class="sample">');
}

const sampleNote =
  '<p class="note" lang="en" dir="ltr"><strong>Sample text.</strong> Galley’s offline provider wrote this draft without an AI model. Its facts are unchecked; do not publish it.</p>';

/** What a reviewer wants to know and a reader never sees. */
function facts(content: ShownContent, site: ShownSite): string {
  const rows = [
    ['Site', escapeHtml(site.name)],
    ['Address', escapeHtml(content.slug)],
    ['Search title', escapeHtml(content.metaTitle)],
    ['Search description', escapeHtml(content.metaDescription)],
    ['Length', `<span lang="en">${content.wordCount.toLocaleString('en')} words</span>`],
    ['Keywords', tagList(content.keywords)],
  ];
  const list = rows.map(([name, value]) => `<dt lang="en">${name}</dt><dd>${value}</dd>`).join('\n');
  return `<footer class="small"><dl>\n${list}\n</dl></footer>`;
}

function tagList(keywords: readonly string[]): string {
  const tags = keywords.map((keyword) => `<li dir="auto">${escapeHtml(keyword)}</li>`);
  return `<ul class="tags">${tags.join('')}</ul>`;
}
