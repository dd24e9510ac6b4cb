import { countOf } from '../../engine/run-log/words.ts';
import { escapeHtml, linkTo } from '../../publishing/markup.ts';
import type { PagePicture } from '../../publishing/pictures.ts';
import type { ShownContent, ShownSite } from './article-page.ts';
import { page } from './markup.ts';
import { indexStyle } from './style.ts';

export interface IndexEntry {
  readonly content: ShownContent;
  /** The article's page, relative to the index. */
  readonly file: string;
  /** Null when the article has none. */
  readonly featured: PagePicture | null;
}

/** The page that lists a run's articles, in the order given. */
export function indexPage(runId: string, site: ShownSite, entries: readonly IndexEntry[]): string {
  const drafts = countOf(entries.length, 'draft', 'drafts');
  const words = entries.reduce((sum, { content }) => sum + content.wordCount, 0).toLocaleString('en');
  const samples = entries.some(({ content }) => content.sample) ? `\n${sampleNote}` : '';
  const head = {
    language: site.language,
    title: `${site.name}: ${drafts}`,
    description: `What the run ${runId} wrote for ${site.name}.`,
    image: entries[0]?.featured?.path ?? null,
    style: indexStyle,
  };
  return page(
    head,
    `<main>
<header>
<h1>${escapeHtml(site.name)}</h1>
<p class="small" lang="en" dir="ltr">${drafts} · ${words} words · ${escapeHtml(runId)}</p>${samples}
</header>
${entries.length === 0 ? empty : `<ul class="cards">\n${entries.map(card).join('\n')}\n</ul>`}
</main>`,
  );
}

const sampleNote =
  '<p class="note" lang="en" dir="ltr"><strong>Sample text.</strong> Galley’s offline provider wrote these drafts without an AI model.</p>';
const empty = '<p lang="en" dir="ltr">This run wrote no articles.</p>';

function card({ content, file, featured }: IndexEntry): string {
  const picture =
    featured === null
      ? '<div class="blank"></div>'
      : `<img src="${linkTo(featured.path)}" alt="" loading="lazy">`;
  return `<li class="card">${picture}<div class="text">
<h2><a href="${linkTo(file)}">${escapeHtml(content.title)}</a></h2>
<p>${escapeHtml(content.excerpt)}</p>
<p class="small"><span lang="en">${content.wordCount.toLocaleString('en')} words</span> · ${escapeHtml(content.keywords.slice(0, 3).join(', '))}</p>
</div></li>`;
}
