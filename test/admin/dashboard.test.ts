import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { errors } from '../../server/errors.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { makeBarrier } from '../support/barrier.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { openConsole } from './support/console.ts';

const ai = scriptAi();
const app = await openConsole({ parts: { providers: ai.providers } });

describe('the dashboard', () => {
  it('says what to do first until there is a run, shows that while it is at work, and then the drafts that wait for a person, without a reload', async () => {
    const held = makeBarrier();
    ai.answer = async ({ purpose }) => {
      if (purpose === 'outline') await held.pass();
    };
    const site = await makeSmallSite(app.engine.database);
    const { page, goto } = await app.visitAs(site.account);
    await goto('/');
    await page.getByText('No run is active.').waitFor();
    await page.getByText('No credits were used in the last 30 days.').waitFor();
    const first = page.getByRole('region', { name: 'Get started' });
    await first.getByRole('link', { name: 'Go to the pipeline' }).waitFor();
    await first.getByText('Import keywords · done').waitFor();
    await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    app.startWorker();
    await held.reached();
    const running = page.getByRole('region', { name: 'Running now' });
    await running.getByText('(Stage 4/7)').waitFor();
    await first.waitFor({ state: 'detached' });
    held.open();
    const reviews = page.getByRole('region', { name: 'Waiting for review' });
    await reviews.getByText('1 draft').waitFor();
    await running.getByText('No run is active.').waitFor();
    await reviews.getByRole('link', { name: site.name }).click();
    await page.waitForURL(/writer\/review/);
    expect(page.url()).toContain(`site=${site._id}`);
  });

  it('tells what has failed and why, what runs next, and what was used of late', async () => {
    ai.reset();
    ai.answer = ({ purpose }) => {
      if (purpose === 'outline') throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const site = await makeSmallSite(app.engine.database);
    await changeSchedule(app.engine, site, { enabled: true, time: '02:00' });
    const { _id, runId } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    app.startWorker();
    await app.settled(_id);
    // The ledger goes by the process's time, and the test's clock stands in the past.
    const entries = app.engine.database.of(CreditEntry);
    await entries.updateMany({ account: site.account }, { $set: { createdAt: app.clock.now() } });
    const { page, goto } = await app.visitAs(site.account);
    await page.clock.setFixedTime(app.clock.now());
    await goto('/');
    const failed = page.getByRole('region', { name: /^Failed/ });
    await failed.getByRole('link', { name: `${site.name}: ${runId}` }).waitFor();
    await failed.getByText(/rejected the API key\. Check the key/).waitFor();
    const next = page.getByRole('region', { name: 'Next runs' });
    await next.getByText(/^Tomorrow at 2:00 AM/).waitFor();
    await page
      .getByRole('img', { name: /^Credits used on each of the last 30 days, [\d.]+ in total$/ })
      .waitFor();
    await failed.getByRole('link', { name: `${site.name}: ${runId}` }).click();
    await page.getByRole('heading', { name: runId }).waitFor();
  });
});
