import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';
import { holdTime } from './support/page-time.ts';

const app = await openConsole();
const { database } = app.engine;

/** A desk on which so many drafts wait, called Draft A, Draft B and so on. */
async function desk(drafts: number) {
  const site = await makeSite(database, { name: 'Coffee' });
  const { reviewable } = pipelineOf(database, site);
  for (const letter of 'ABCD'.slice(0, drafts)) {
    const named = { title: `Draft ${letter}`, slug: `draft-${letter.toLowerCase()}` };
    await reviewable({ ...named, html: `<p>Text of ${letter}.</p>` });
  }
  const { page, goto } = await app.visitAs(site.account);
  const asking = askedOf(page);
  const time = await holdTime(page);
  await goto(`/writer/review?site=${site._id}`);
  const open = (letter: string) => page.getByRole('article').getByText(`Text of ${letter}.`).waitFor();
  const now = (slug: string) => database.of(Content).findOne({ site: site._id, slug });
  const publish = (slug: string) =>
    database.of(Content).updateOne({ site: site._id, slug }, { $set: { status: ContentStatus.Published } });
  return { page, asking, time, open, now, publish };
}

/** What the page has asked for and not been answered yet. */
function askedOf(page: Page): ReadonlySet<Request> {
  const asking = new Set<Request>();
  page.on('request', (request) => asking.add(request));
  page.on('requestfinished', (request) => asking.delete(request));
  page.on('requestfailed', (request) => asking.delete(request));
  return asking;
}

/** What the page asks to be done is held until the promise is kept. */
async function holdMutations(page: Page): Promise<PromiseWithResolvers<void>> {
  const answer = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation')) await answer.promise;
    await route.fallback();
  });
  return answer;
}

/** Once nothing is asked for any more, and what came is drawn. */
async function allDrawn(page: Page, asking: ReadonlySet<Request>): Promise<void> {
  await expect.poll(() => asking.size).toBe(0);
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
}

describe('the review desk, while time goes on', () => {
  it('leaves whoever has gone on to another draft where they are, once an approval comes to pass', async () => {
    const { page, asking, open, now } = await desk(4);
    const answer = await holdMutations(page);
    await open('A');
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await open('B');
    await page.keyboard.press('j');
    await open('C');
    answer.resolve();
    await page.getByText('Coffee · 1 approved').waitFor();
    await allDrawn(page, asking);
    await open('C');
    expect((await now('draft-a'))?.approved).not.toBeNull();
    // To the next that nobody has approved, as ever.
    await page.keyboard.press('a');
    await open('D');
  });

  it('leaves whoever has gone to another page there, once an approval comes to pass', async () => {
    const { page, asking, open, now } = await desk(2);
    const answer = await holdMutations(page);
    await open('A');
    await page.keyboard.press('a');
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    await page.getByText('No keywords yet').waitFor();
    answer.resolve();
    await expect.poll(async () => (await now('draft-a'))?.approved ?? null).not.toBeNull();
    await allDrawn(page, asking);
    expect(new URL(page.url()).pathname).toBe('/planner/keywords');
  });

  it('ends editing with the draft that is left: it is not among those that wait once somebody has published it', async () => {
    const { page, open, publish } = await desk(3);
    await open('A');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.getByRole('button', { name: 'Draft C' }).click();
    await open('C');
    await publish('draft-b');
    await page.getByText('2 drafts in review').waitFor();
    await page.getByRole('button', { name: 'Draft A' }).click();
    await open('A');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.getByRole('button', { name: 'Draft C' }).click();
    await open('C');
    await publish('draft-a');
    await page.getByText('1 draft in review').waitFor();
  });

  it('tells how old a draft is by now', async () => {
    const { page, time, open } = await desk(1);
    await open('A');
    await page.getByText('this minute').waitFor();
    await time.jump(100);
    await page.getByText(/^[12] min\. ago$/).waitFor();
    // Now that nothing else of the page is shown anew.
    await time.jump(100);
    await page.getByText(/^[34] min\. ago$/).waitFor();
  });
});
