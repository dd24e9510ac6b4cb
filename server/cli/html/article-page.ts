import type { Content } from '../../../schema/content.ts';
import type { Site } from '../../../schema/site.ts';
import { escapeHtml, linkTo, page } from './markup.ts';
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

/** A picture that lies beside the page. */
export interface PagePicture {
  /** 0 is the featured image; n stands below the n-th H2. */
  readonly position: number;
  readonly alt: string;
  /** Relative to the page, such as `images/coffee-0.png`. */
  readonly path: string;
  /** Pixels. */
  readonly width: number | null;
  /** Pixels. */
  readonly height: number | null;
}

/** One draft as a page of its own, with its pictures where they belong. Its `html` is sanitised already. */
export function articlePage(
  content: ShownContent,
  pictures: readonly PagePicture[],
  site: ShownSite,
): string {
  const featured = pictures.find(({ position }) => position === 0);
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
${content.sample ? `${sampleNote}\n` : ''}${featured === undefined ? '' : `${figure(featured, 'featured')}\n`}${withPictures(content.html, pictures)}
</article>
${facts(content, site)}
</main>`,
  );
}

const sampleNote =
  '<p class="note" lang="en" dir="ltr"><strong>Sample text.</strong> Galley’s offline provider wrote this draft without an AI model. Its facts are unchecked; do not publish it.</p>';

/** Puts each picture below its heading; one whose heading is missing goes to the end. */
function withPictures(html: string, pictures: readonly PagePicture[]): string {
  const left = new Map(pictures.filter(({ position }) => position > 0).map((one) => [one.position, one]));
  let headings = 0;
  const placed = html.replace(/<\/h2\s*>/gi, (tag) => {
    headings += 1;
    const picture = left.get(headings);
    left.delete(headings);
    return picture === undefined ? tag : `${tag}\n${figure(picture)}`;
  });
  return [placed, ...[...left.values()].map((picture) => figure(picture))].join('\n');
}

function figure(picture: PagePicture, name?: string): string {
  const size = [
    picture.width === null ? '' : ` width="${picture.width}"`,
    picture.height === null ? '' : ` height="${picture.height}"`,
  ].join('');
  const loading = name === undefined ? ' loading="lazy"' : '';
  const opening = name === undefined ? '<figure>' : `<figure class="${name}">`;
  return `${opening}<img src="${linkTo(picture.path)}" alt="${escapeHtml(picture.alt)}"${size}${loading}></figure>`;
}

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
  return `<ul class="tags">${keywords.map((keyword) => `<li>${escapeHtml(keyword)}</li>`).join('')}</ul>`;
}
