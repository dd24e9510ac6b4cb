import { ObjectId } from 'mongodb';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { ImageStatus } from '../../schema/image.ts';
import { Role } from '../../schema/user.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;

/** All that an editor might lose. */
const html = [
  '<aside class="summary"><p>In short: grind.</p></aside>',
  '<p>See <a href="article:0123456789abcdef01234567">our kettle</a>.</p>',
  '<h2>Beans</h2>',
  '<ul><li>Fresh</li><li>Whole</li></ul>',
  '<table><caption>Two kinds</caption><thead><tr><th scope="col">Kind</th></tr></thead><tbody><tr><td>Arabica</td></tr></tbody></table>',
  '<dl><dt>Burr</dt><dd>A ring.</dd></dl>',
].join('');

const site = await makeSite(database, { name: 'Coffee', url: 'https://coffee.example' });
const inPipeline = pipelineOf(database, site);
const { reviewable, image } = inPipeline;
const editor = app.windowOf(site.account, Role.Editor, { expected: /400 \(Bad Request\)/ });
const viewer = app.windowOf(site.account, Role.Viewer);
let articles = 0;

async function makeArticle() {
  articles += 1;
  const named = { title: `On beans ${articles}`, slug: `on-beans-${articles}` };
  const { content } = await reviewable({ ...named, html, wordCount: 1_714 });
  const path = `/writer/content/${content._id}?site=${site._id}`;
  const stored = () => database.of(Content).findOne({ _id: content._id });
  return { content, path, stored };
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Article', exact: true });

/** What the page asks next, to which the answer is no. */
function dismissed(page: Page): Promise<string> {
  return new Promise((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.message());
      void dialog.dismiss();
    });
  });
}

describe('the editor of an article', () => {
  it('shows what is refused at its field, saves the rest as it was written, and tells of its words and how long they take to read', async () => {
    const { content, path, stored } = await makeArticle();
    await reviewable({ slug: 'taken' });
    const page = await editor(path);
    await text(page).getByText('A ring.').waitFor();
    expect(await page.getByText('All changes saved').count()).toBe(1);
    await page.getByText('1,714 words · 7 min read', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Slug' }).fill('taken');
    await page.getByRole('button', { name: 'Save' }).click();
    const slug = page.getByRole('textbox', { name: 'Slug' });
    await expect.poll(() => slug.getAttribute('aria-invalid')).toBe('true');
    await page.locator('form').getByText('There is already a slug named "taken".').waitFor();

    await slug.fill('about-beans');
    await text(page).getByText('Fresh').click();
    await page.keyboard.press('End');
    await page.keyboard.type('ly roasted');
    // As it is written; and counted the same once it is saved.
    const counted = page.getByText('17 words · 1 min read', { exact: true });
    await counted.waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('All changes saved').waitFor();
    expect(await stored()).toMatchObject({
      slug: 'about-beans',
      wordCount: 17,
      html: html.replace('Fresh', 'Freshly roasted'),
      title: content.title,
    });
    await counted.waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: 'Open menu' }).waitFor();
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1_280, height: 800 });
  });

  it('is not written in while it is being saved, and has the focus again where it was', async () => {
    const { content, path, stored } = await makeArticle();
    const page = await editor(path);
    await page.getByRole('heading', { name: content.title }).waitFor();
    const answer = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation')) await answer.promise;
      await route.fallback();
    });
    const title = page.getByRole('textbox', { name: 'Title', exact: true });
    await title.fill('Fresh beans');
    await page.keyboard.press('Enter');
    await page.locator('[inert]').waitFor();
    await page.keyboard.type(' that nobody would see');
    answer.resolve();
    await page.getByText('All changes saved').waitFor();
    await page.unroute('**/graphql');
    expect((await stored())?.title).toBe('Fresh beans');
    await expect.poll(() => title.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await title.inputValue()).toBe('Fresh beans');
  });

  it('takes what is pasted in with what it says of itself, and none of its colours', async () => {
    const { content, path, stored } = await makeArticle();
    const page = await editor(path);
    // The one before reads the same.
    await page.getByRole('heading', { name: content.title }).waitFor();
    await text(page).getByText('A ring.').click();
    await page.keyboard.press('End');
    // By what is typed, the editor knows for sure where that is.
    await page.keyboard.type(' Of steel.');
    await page.evaluate(`
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<b style="font-weight:normal">&nbsp;Plain <span style="font-weight:700;color:red">bold</span></b>');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    `);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('All changes saved').waitFor();
    expect((await stored())?.html).toMatch(/A ring\. Of steel\.(&nbsp;|\s)Plain <strong>bold<\/strong>/);
  });

  it('asks before it is left with changes', async () => {
    const { content, path } = await makeArticle();
    const page = await editor(path);
    await page.getByRole('heading', { name: content.title }).waitFor();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Changed');
    const asked = dismissed(page);
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    expect(await asked).toContain('saved');
    expect(page.url()).toContain('/writer/content/');
    expect(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Changed');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    await page.getByText('No keywords yet').waitFor();
  });

  it('opens again for what is published, once that is sent back', async () => {
    const { content, path, stored } = await makeArticle();
    await database.of(Content).updateOne({ _id: content._id }, { $set: { status: ContentStatus.Published } });
    const page = await editor(path);
    await page.getByRole('article').getByText('In short: grind.').waitFor();
    await page.getByRole('button', { name: 'Send back' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Out of date.');
    await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
    await text(page).getByText('In short: grind.').waitFor();
    expect(await stored()).toMatchObject({
      status: ContentStatus.Draft,
      sentBack: { reason: 'Out of date.' },
    });
  });

  it('lets a viewer read the article, and change nothing of it', async () => {
    const { content, path } = await makeArticle();
    await image({ content: content._id });
    const page = await viewer(path);
    await page.getByRole('article').getByText('In short: grind.').waitFor();
    await page.getByText('To change it, you need the editor role.').waitFor();
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Regenerate|Drop|Save/ }).count()).toBe(0);
  });
});

describe('where a draft comes from', () => {
  const made = (promptVersion: string) => ({ promptVersion, provider: 'acme', model: 'acme-large' });

  it('is told step by step, each with its model, its prompt and its credits, and leads to what it names', async () => {
    const topic = { name: 'Grinding', keywordCount: 8, ideaCount: 2, madeWith: made('clusters-3') };
    const { _id: cluster } = await inPipeline.cluster(topic);
    await makeKeywords(database, site, ['burr grinder', 'blade grinder'], { cluster });
    const { _id: idea } = await inPipeline.idea({
      cluster,
      title: 'Burr or blade',
      madeWith: made('ideas-7'),
    });
    const { _id: task } = await inPipeline.task({ cluster, idea, title: 'Burr or blade, asked for' });
    const written = { cluster, task, title: 'Burr or blade, written', wordCount: 1_201 };
    const keywords = ['burr grinder', 'blade grinder'];
    const { content } = await reviewable({ ...written, keywords, madeWith: made('article-5') });
    const painted = { status: ImageStatus.Generated, url: '/galley.svg', paintedWith: made('picture-1') };
    await image({ content: content._id, alt: 'A burr', madeWith: made('prompts-2'), ...painted });
    // Of another draft: its picture is not led to.
    await image({ content: new ObjectId() });
    const path = `/writer/content/${content._id}?site=${site._id}`;
    const page = await viewer(path);
    const steps = page.getByRole('region', { name: 'Where it comes from' }).getByRole('listitem');
    const last = steps.getByText('1 of 1 made');
    await last.waitFor();
    expect((await steps.allInnerTexts()).map((text) => text.split(/\n+/))).toEqual([
      ['Keyword', 'burr grinder and 1 more'],
      ['Cluster', 'Grinding', 'acme-large, prompt clusters-3 · 1.6 credits for all 8 keywords'],
      ['Idea', 'Burr or blade', 'acme-large, prompt ideas-7 · 2 credits for all 2 ideas'],
      ['Task', 'Burr or blade, asked for', 'Without AI · 0 credits'],
      ['Draft', 'Burr or blade, written', 'acme-large, prompt article-5 · 3 credits'],
      ['Image prompts', '1 prompt', 'acme-large, prompt prompts-2 · 0.5 credits'],
      ['Images', '1 of 1 made', 'acme-large, prompt picture-1 · 2 credits'],
    ]);
    const main = page.getByRole('main');
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    for (const [link, address, shown] of [
      ['burr grinder', 'planner/keywords', main.getByRole('cell', { name: 'burr grinder' })],
      ['Grinding', `planner/clusters/${cluster}`, heading('Grinding')],
      ['Burr or blade', `planner/ideas/${idea}`, heading('Burr or blade')],
      ['Burr or blade, asked for', `writer/tasks/${task}`, heading('Burr or blade, asked for')],
      ['1 prompt', 'writer/images', main.getByText('1-1 of 1')],
      ['1 of 1 made', 'writer/images', main.getByText('1-1 of 1')],
    ] as const) {
      await viewer(path);
      await last.waitFor();
      await steps.getByRole('link', { name: link, exact: true }).click();
      await page.waitForURL(new RegExp(address));
      await shown.waitFor();
    }
  });
});

describe('editing at the review desk', () => {
  it('is done in place, and keeps the draft in review', async () => {
    const { content, stored } = await makeArticle();
    await reviewable({ title: 'Another' });
    const page = await editor(`/writer/review?site=${site._id}&draft=${content._id}`);
    await page.getByRole('region', { name: `Draft: ${content.title}` }).waitFor();
    await page.getByRole('article').getByText('Fresh').waitFor();
    await page.getByRole('definition').getByText('1,714 · 7 min read').waitFor();
    await page.keyboard.press('e');
    await page.getByText('1,714 words · 7 min read', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Required').waitFor();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('On good beans');
    const asked = dismissed(page);
    await page.getByRole('button', { name: 'Another' }).click();
    expect(await asked).toContain('saved');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').getByText('On good beans').waitFor();
    expect(await stored()).toMatchObject({ title: 'On good beans', status: ContentStatus.Review, html });
  });
});
