import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Decision } from '../../schema/review-step.ts';
import type { Site } from '../../schema/site.ts';
import { Role } from '../../schema/user.ts';
import { inTransaction } from '../../server/db/database.ts';
import { editContent } from '../../server/editing/contents.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;

/** A site with so many drafts in review, called Draft A, Draft B and so on. */
async function scene(drafts: number, role?: Role) {
  const site = await makeSite(database, { name: 'Coffee', url: 'https://coffee.example' });
  const { reviewable } = pipelineOf(database, site);
  const contents: Content[] = [];
  for (const letter of 'ABCDEFGHIJ'.slice(0, drafts)) {
    const sample = letter > 'G';
    const named = { title: `Draft ${letter}`, slug: `draft-${letter.toLowerCase()}`, sample };
    contents.push((await reviewable({ ...named, html: `<p>Text of ${letter}.</p>` })).content);
  }
  const { page, goto } = await app.visitAs(site.account, role);
  await goto(`/writer/review?site=${site._id}`);
  const open = (letter: string) => page.getByRole('article').getByText(`Text of ${letter}.`).waitFor();
  return { site, contents, page, open, now: (slug: string) => find(site, slug) };
}

const refused = { $set: { status: ContentStatus.Draft, 'images.pending': 1 } };

function find(site: Site, slug: string) {
  return database.of(Content).findOne({ site: site._id, slug });
}

function copiesOf(content: Content, count: number): Content[] {
  return Array.from({ length: count }, (_, nth) =>
    Object.assign(new Content(), content, {
      _id: new Content()._id,
      title: `More ${nth}`,
      slug: `more-${nth}`,
    }),
  );
}

describe('the review desk', () => {
  it('is worked at by keyboard: approve, go on, send back with a reason, step; on a narrow screen, with the queue in a drawer; one alone that cannot be published is not said to be', async () => {
    const { site, page, open, now } = await scene(4);
    await open('A');
    await page.keyboard.press('a');
    await open('B');
    expect((await now('draft-a'))?.approved).not.toBeNull();
    const draft = page.getByRole('region', { name: 'Draft: Draft B' });
    await expect.poll(() => draft.evaluate((element) => element.matches(':focus'))).toBe(true);

    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Send back “Draft B”' });
    expect(await dialog.getByRole('button', { name: 'Send back' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Check the facts.' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Check the facts. Beans do not fly.');
    await page.keyboard.press('Control+Enter');
    await open('C');
    expect(await now('draft-b')).toMatchObject({
      status: ContentStatus.Draft,
      sentBack: { reason: 'Check the facts. Beans do not fly.' },
      history: [{ decision: Decision.SentBack }],
    });

    await page.keyboard.press('j');
    await open('D');
    await page.keyboard.press('k');
    await open('C');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await keys.getByText('Send back').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });

    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: 'Drafts in review' }).click();
    await page.getByRole('button', { name: 'Draft D' }).click();
    await open('D');
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(390);

    await page.keyboard.press('p');
    await page.getByRole('dialog', { name: 'Publish this draft?' }).waitFor();
    await database.of(Content).updateOne({ site: site._id, slug: 'draft-d' }, refused);
    await page.keyboard.press('Enter');
    const told = page.getByRole('dialog', { name: 'Refused' });
    await told
      .getByText('Left unchanged: it is not in review, because some of its images are not made yet.')
      .waitFor();
  });

  it('publishes what is selected, such as all that are approved, tells of each what came of it and where its files are, and warns of sample text; says what to do while nothing waits, and shows what comes by itself, however much', async () => {
    const { site, page, open, now } = await scene(10);
    await open('A');
    await page.keyboard.press('a');
    await open('B');
    await page.getByRole('checkbox', { name: 'Select Draft C' }).check();
    await page.getByRole('button', { name: 'Select approved' }).click();
    await page.getByRole('button', { name: 'Publish 1', exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Publish 10' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish 10 drafts?' });
    await dialog.getByText('9 of them have not been approved').waitFor();
    await dialog.getByText('3 of them are sample text, not meant to').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await database.of(Content).updateOne({ site: site._id, slug: 'draft-d' }, refused);
    await dialog.getByRole('button', { name: 'Publish 10' }).click();

    const done = page.getByRole('dialog', { name: '9 of 10 published' });
    const rows = done.getByRole('listitem');
    expect(await rows.nth(0).innerText()).toMatch(
      /Draft A\s+Published\s+https:\/\/coffee\.example\/draft-a\//,
    );
    expect(await rows.nth(3).innerText()).toMatch(
      /^Draft D\s+Refused\s+Left unchanged: it is not in review, because some of its images are not made yet\.$/,
    );
    // The title says it: once is enough.
    expect((await done.innerText()).match(/published/g)).toHaveLength(1);
    await done
      .getByText(`each in its own below ${site._id}: they are live once your site serves them.`)
      .waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    expect((await now('draft-j'))?.status).toBe(ContentStatus.Published);
    await page.keyboard.press('Enter');
    await page.getByText('Nothing from Coffee is waiting for review').waitFor();
    await page.getByRole('link', { name: 'Go to the Pipeline Dashboard' }).waitFor();

    const { content } = await pipelineOf(database, site).reviewable({ html: '<p>Text of N.</p>' });
    await database.of(Content).insertMany(copiesOf(content, 499));
    await page.getByText('500 drafts in review').waitFor();
    await open('N');
    // Those alone are drawn that are in sight.
    expect(await page.getByRole('navigation').getByRole('listitem').count()).toBeLessThan(60);
  });

  it('decides nothing about a text that nobody at it has read: what a program changed meanwhile is left alone until it is read again', async () => {
    const { site, contents, page, open, now } = await scene(2);
    const [, second = new Content()] = contents;
    const rewrite = (html: string) => editContent(app.engine, site, second._id, { html });
    const asking = new Set<Request>();
    page.on('request', (request) => asking.add(request));
    page.on('requestfinished', (request) => asking.delete(request));
    await open('A');
    await page.keyboard.press('j');
    await open('B');
    // A draft that was read ahead is read anew when it is opened: what comes after that is not shown.
    await expect.poll(() => asking.size).toBe(0);
    await rewrite('<p>Text of nobody.</p>');
    await page.keyboard.press('p');
    await page.getByRole('dialog', { name: 'Publish this draft?' }).waitFor();
    await page.keyboard.press('Enter');
    const told = page.getByRole('dialog', { name: 'Refused' });
    await told.getByText('Left unchanged: it was changed after you read it; read it again.').waitFor();
    await page.keyboard.press('Enter');
    // Read again by being shown: what was refused is there now.
    await page.getByRole('article').getByText('Text of nobody.').waitFor();
    await rewrite('<p>Text of somebody.</p>');
    await page.keyboard.press('a');
    await page.getByText(/it was changed after you read it/).waitFor();
    expect((await now('draft-b'))?.approved).toBeNull();
    await page.getByRole('article').getByText('Text of somebody.').waitFor();
    await page.keyboard.press('a');
    await open('A');
    expect((await now('draft-b'))?.approved).not.toBeNull();
  });

  it('approves one draft however long the key is held, and sends back the draft that the dialog was opened for', async () => {
    const { site, page, open, now } = await scene(3);
    await open('A');
    await page.keyboard.down('a');
    await open('B');
    await page.keyboard.down('a');
    await page.keyboard.down('a');
    await page.keyboard.up('a');
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Send back “Draft B”' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Beans do not fly.');
    // Somebody else publishes it, and more come: the desk goes on to another.
    const published = { $set: { status: ContentStatus.Published } };
    await database.of(Content).updateOne({ site: site._id, slug: 'draft-b' }, published);
    const { reviewable } = pipelineOf(database, site);
    for (const letter of ['D', 'E'])
      await reviewable({ title: `Draft ${letter}`, slug: `draft-${letter.toLowerCase()}` });
    await page.getByText('Draft D').first().waitFor({ state: 'attached' });
    await page.getByText('Text of B.').waitFor({ state: 'detached' });
    expect(await dialog.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Beans do not fly.');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await now('draft-b')).toMatchObject({ sentBack: { reason: 'Beans do not fly.' } });
    expect([(await now('draft-c'))?.sentBack, (await now('draft-c'))?.approved]).toEqual([null, null]);
  });

  it('shows what comes as another goes, though as many wait as before', async () => {
    const { site, contents, page, open } = await scene(1);
    await open('A');
    const [first = new Content()] = contents;
    const another = { title: 'Draft N', slug: 'draft-n', html: '<p>Text of N.</p>' };
    await database.client.withSession((session) =>
      inTransaction(session, async () => {
        const drafts = database.of(Content);
        const published = { $set: { status: ContentStatus.Published } };
        await drafts.updateOne({ site: site._id, slug: first.slug }, published, { session });
        await drafts.insertOne({ ...first, ...another, _id: new Content()._id }, { session });
      }),
    );
    await page.getByText('Draft N').first().waitFor({ state: 'attached' });
    await open('N');
  });

  it('lets a viewer read, and offers nothing to decide', async () => {
    const { page, open } = await scene(2, Role.Viewer);
    await open('A');
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.keyboard.press('j');
    await open('B');
    expect(await page.getByRole('checkbox').count()).toBe(0);
    const bar = page.getByRole('toolbar', { name: 'Decide on this draft' });
    expect(await bar.getByRole('button').allInnerTexts()).toEqual(['', '', '']);
  });
});
