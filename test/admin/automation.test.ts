import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { errors } from '../../server/errors.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords } from '../support/factory.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole, type Visit } from './support/console.ts';

const ai = scriptAi();
const app = await openConsole({ parts: { providers: ai.providers } });
const { database } = app.engine;
app.startWorker();

/** What is asked first of an article. */
const article = 'outline';

/** The card of a stage. */
const card = ({ page }: Visit, title: string) => page.getByRole('article', { name: title });
const overview = ({ page }: Visit) => page.getByRole('region', { name: 'Pipeline overview' });

async function open(site: { _id: unknown; account: Parameters<typeof app.visitAs>[0] }): Promise<Visit> {
  const visit = await app.visitAs(site.account);
  await visit.goto(`/automation?site=${site._id}`);
  return visit;
}

async function startRun({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('button', { name: 'Start run' }).click();
}

/** Runs are in order of their starts. */
const nextMinute = () => app.clock.advance(60_000);

/** Keeps articles from being written until it is opened. */
function holdArticles() {
  const barrier = makeBarrier();
  ai.reset();
  ai.answer = async ({ purpose }) => {
    if (purpose === article) await barrier.pass();
  };
  return barrier;
}

describe('a run that is started from the page', () => {
  it('is refused beside itself, and seen by two at once, each told by whom it is paused; who cancels one is asked first, and told how far it came; what was asked of AI is listed; where nothing waits none is started; a stage is run alone, at what it would cost', async () => {
    const held = holdArticles();
    const site = await makeSmallSite(database);
    const [one, other] = await Promise.all([open(site), open(site)]);
    await startRun(one);
    await card(other, 'Stage 4').getByText('Processing').waitFor();
    await overview(one).getByText('generating').waitFor();
    await one.page.getByRole('button', { name: 'Run now' }).click();
    const dialog = one.page.getByRole('dialog');
    const start = dialog.getByRole('button', { name: 'Start run' });
    await dialog.getByText('already in progress').waitFor();
    expect(await start.isDisabled()).toBe(true);
    await dialog.getByRole('link', { name: 'Open that run' }).click();
    await one.page.getByRole('heading', { name: /^run_/ }).waitFor();
    await one.page.getByText(/ held for this run, .* unused/).waitFor();
    await overview(one).getByRole('button', { name: 'Pause' }).click();
    held.open();
    await overview(other)
      .getByText(/Paused by Person/)
      .waitFor();
    // Whoever works by keys goes on from there.
    const resume = overview(one).getByRole('button', { name: 'Resume' });
    await expect.poll(() => resume.evaluate((element) => element.matches(':focus'))).toBe(true);
    await card(other, 'Stage 5')
      .getByText(/Waiting|Paused/)
      .first()
      .waitFor();
    await overview(other).getByRole('button', { name: 'Resume' }).click();
    await card(one, 'Stage 7').getByText('Ready for review').waitFor();
    const credits = one.page.getByRole('table', { name: 'Credits by stage' });
    await credits.getByRole('row', { name: /^4. Tasks → Content [\d.]+ [\d.]+ [+-]?[\d.]+$/ }).waitFor();
    await card(one, 'Stage 4').getByRole('button', { name: 'View details' }).click();
    const calls = dialog.getByRole('table', { name: 'Individual AI calls' });
    await calls.getByRole('row', { name: new RegExp(`${article}.*Used`) }).waitFor();
    expect(await accessFaultsInBothThemes(one.page)).toEqual(noFaults);
    await one.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await one.page.getByRole('tab', { name: 'Pipeline' }).click();
    await one.page.getByRole('button', { name: 'Run now' }).click();
    await dialog.getByText('Nothing is waiting').waitFor();
    expect(await start.isDisabled()).toBe(true);
    await one.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const heldAgain = holdArticles();
    await makeKeywords(database, site, ['flat white']);
    nextMinute();
    for (const { page } of [one, other])
      await page.getByRole('button', { name: 'Run this stage now' }).click();
    const alone = (visit: Visit) => visit.page.getByRole('dialog', { name: 'Run Keywords → Clusters now' });
    const table = alone(one).getByRole('table', { name: 'Estimate by stage' });
    await table.getByRole('row', { name: '1. Keywords → Clusters 1 1 1' }).waitFor();
    expect(await table.getByRole('row').count()).toBe(3);
    await start.click();
    await card(one, 'Stage 1').getByText('1 keyword → 1 cluster').waitFor();
    // From there one may go on by the next.
    await card(one, 'Stage 2').getByText('Waiting: 1 cluster').waitFor();
    await card(one, 'Stage 2').getByRole('button', { name: 'Run this stage now' }).waitFor();
    await alone(other).getByText('Nothing is waiting').waitFor();
    expect(await alone(other).getByRole('button', { name: 'Start run' }).isDisabled()).toBe(true);
    await other.page.keyboard.press('Escape');
    nextMinute();
    await startRun(one);
    await card(other, 'Stage 4').getByText('Processing').waitFor();
    await overview(other).getByRole('button', { name: 'Cancel run' }).click();
    await other.page.getByRole('dialog').getByRole('button', { name: 'Cancel run' }).click();
    await overview(one).getByText('Cancelled', { exact: true }).waitFor();
    await card(one, 'Stage 4').getByText('Cancelled here').waitFor();
    await card(one, 'Stage 5').getByText('Not reached').waitFor();
    heldAgain.open();
    await card(one, 'Stage 7').getByRole('link', { name: 'Go to review' }).click();
    await one.page.waitForURL(/writer\/review/);
  });
});

describe('a provider that fails', () => {
  it('for good stops the run with its reason and what to do, and Resume goes on from there; one item is tried again at its stage', async () => {
    ai.reset();
    ai.answer = ({ purpose }) => {
      if (purpose === article) throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const site = await makeSmallSite(database);
    const visit = await open(site);
    await startRun(visit);
    const alert = overview(visit).getByRole('alert').filter({ hasText: 'failed at Stage 4' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('rejected the API key. Check the key.');
    ai.reset();
    await overview(visit).getByRole('button', { name: 'Resume' }).click();
    await card(visit, 'Stage 7').getByText('Ready for review').waitFor();

    ai.answer = ({ purpose }) => {
      if (purpose === article) throw errors.aiRefused({ purpose, reason: 'rude' });
    };
    await makeKeywords(database, site, ['flat white']);
    nextMinute();
    await startRun(visit);
    await card(visit, 'Stage 4').getByText('1 failed').waitFor();
    await card(visit, 'Stage 7')
      .getByText(/Ready for review|Skipped/)
      .first()
      .waitFor();
    ai.reset();
    nextMinute();
    await card(visit, 'Stage 4').getByRole('button', { name: 'Retry failed' }).click();
    await card(visit, 'Stage 4').getByText('1 failed').waitFor({ state: 'detached' });
    await card(visit, 'Stage 7').getByText('Ready for review: 2 content pieces').waitFor();
  });
});

describe('a server that is started anew in the middle of a run', () => {
  it('ends it, and the page shows that without a reload', async () => {
    const held = holdArticles();
    const site = await makeSmallSite(database);
    const consoleFolder = new URL('../../dist/admin', import.meta.url).pathname;
    const before = await app.openAnother({ consoleFolder });
    const visit = await app.visitAs(site.account, undefined, { expected: /Failed to load|WebSocket|ERR_/ });
    await visit.page.goto(`${before.url}/automation?site=${site._id}`);
    await startRun(visit);
    await card(visit, 'Stage 4').getByText('Processing').waitFor();
    await before.close();
    await visit.page.getByText('Reconnecting…').waitFor();
    held.open();
    const run = await database.of(AutomationRun).findOne({ site: site._id });
    if (run) await app.settled(run._id);
    const after = await app.openAnother({ consoleFolder, port: Number(new URL(before.url).port) });
    await card(visit, 'Stage 7').getByText('Ready for review').waitFor();
    await overview(visit).getByText('100%').waitFor();
    await visit.page.getByText('Reconnecting…').waitFor({ state: 'detached' });
    await after.close();
  });
});
