import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleKind } from '../../../schema/idea.ts';
import { articlePage } from '../../../server/cli/html/article-page.ts';
import { indexPage } from '../../../server/cli/html/index-page.ts';
import { launchBrowser } from '../../admin/support/browser.ts';
import { anAssignment, offlineArticle } from '../../plugins/generate-content/offline-article.ts';
import { contentWith } from './shown-content.ts';

const kinds = Object.values(ArticleKind);
/** Drafts with tables, lists and long words in their facts, of every kind. */
const drafts = ['en', 'de', 'ja', 'ru', 'ar'].flatMap((language) =>
  kinds.map((articleKind) => {
    const title = `Kaffeevollautomaten mit Milchaufschäumer: ${articleKind}`;
    const draft = offlineArticle(anAssignment({ language, articleKind, title }));
    const long = 'donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen';
    return { language, content: contentWith({ ...draft, slug: long, keywords: [long], sample: true }) };
  }),
);

describe('on a phone, 390 pixels wide,', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  });
  afterAll(() => browser?.close());

  const widthOf = async (html: string) => {
    await page.setContent(html);
    return page.evaluate<number>('document.documentElement.scrollWidth');
  };

  it.each(kinds)('no draft that is a %s scrolls sideways', async (kind) => {
    for (const { language, content } of drafts.filter(({ content: { title } }) =>
      title.endsWith(`: ${kind}`),
    ))
      expect(await widthOf(articlePage(content, [], { name: 'Site', language })), language).toBe(390);
  });

  it('no list of drafts does', async () => {
    const entries = drafts.map(({ content }) => ({ content, file: 'a.html', featured: null }));
    expect(
      await widthOf(indexPage('run_20251203_140523_manual', { name: 'Site', language: 'de' }, entries)),
    ).toBe(390);
  });
});
