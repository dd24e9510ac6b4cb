import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
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
    await page.getByText('No run is at work.').waitFor();
    await page.getByText('No credits were used in the last 30 days.').waitFor();
    const first = page.getByRole('region', { name: 'Begin here' });
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
    await running.getByText('No run is at work.').waitFor();
    await reviews.getByRole('link', { name: site.name }).click();
    await page.waitForURL(/writer\/review/);
    expect(page.url()).toContain(`site=${site._id}`);
  });
});
