import { expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { keepSmall } from '../support/small-site.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';
import { chapters, followChapter } from './support/guide.ts';

const ai = scriptAi();
const app = await openConsole({ parts: { providers: ai.providers } });
const { database, now } = app.engine;
app.startWorker();
const url = 'https://coffee.example';
const site = await makeSite(database, { name: 'Coffee', url });
await keepSmall(database, site);
await makeKeywords(database, site, ['cold brew coffee']);
const written = await makeSite(database, { name: 'Written already', url, account: site.account });
const owner = app.windowOf(site.account);

/** As the guide says before its chapters: the site first. */
async function choose(name: string) {
  const page = await owner('/');
  await page.getByRole('combobox', { name: 'Site', exact: true }).click();
  await page.getByRole('option', { name, exact: true }).click();
  const card = (title: string) => page.getByRole('article', { name: title });
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  const openPipeline = () => page.getByRole('link', { name: 'Pipeline Dashboard' }).click();
  return { page, card, button, openPipeline };
}

it('the guide has a chapter on all that an operator does', () => {
  const tested = ['Configure a schedule', 'Run manually', 'Review content', 'Monitor history'];
  expect([...chapters.keys()]).toEqual(tested);
});

it('the guide’s chapter on schedules can be followed step by step', async () => {
  const { page, button, openPipeline } = await choose('Coffee');
  // The browser's day is the server's.
  await page.clock.setFixedTime(now());
  const dialog = page.getByRole('dialog');
  const pick = async (field: string, option: string) => {
    await dialog.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await followChapter('Configure a schedule', {
    'Open **Automation → Pipeline Dashboard** in the sidebar.': openPipeline,
    'Press **Configure**.': () => button('Configure').click(),
    'Switch on **Start runs by this schedule**.': () =>
      dialog.getByRole('switch', { name: 'Start runs by this schedule' }).check(),
    'Set how often it runs: daily, weekly or monthly, with the weekday or the day of the month.':
      async () => {
        await pick('Frequency', 'Monthly');
        await pick('On day', '31');
        await pick('Frequency', 'Weekly');
        await pick('On', 'Saturday');
      },
    'Set the time, such as 2:00 AM, and its time zone.': async () => {
      await dialog.getByLabel('At', { exact: true }).fill('03:30');
      await dialog.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
      await page.getByRole('option', { name: 'Europe/Berlin' }).click();
    },
    'If you like, adjust batch sizes under **Advanced**: larger batches are faster, smaller ones are easier to follow.':
      async () => {
        await dialog.getByRole('button', { name: 'Advanced' }).click();
        await dialog.getByLabel('Ideas per batch').fill('7');
        expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
      },
    'Press **Save**.': async () => {
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  });
  const panel = page.getByRole('region', { name: 'Schedule' });
  await panel.getByText('Next run: Saturday at 2:30 AM (in 3 days)').waitFor();
  const config = await database.of(AutomationConfig).findOne({ site: site._id });
  expect(config?.stages['queue-tasks']).toEqual({ batchSize: 7 });
});

it('the guide’s chapter on running manually can be followed step by step', async () => {
  const held = makeBarrier();
  ai.answer = async ({ purpose }) => {
    if (purpose === 'outline') await held.pass();
  };
  const { page, card, button, openPipeline } = await choose('Coffee');
  const overview = page.getByRole('region', { name: 'Pipeline overview' });
  const dialog = page.getByRole('dialog');
  await followChapter('Run manually', {
    'On **Automation → Pipeline Dashboard**, press **Run now**.': async () => {
      await openPipeline();
      await button('Run now').click();
    },
    'Read what the run will cost and roughly how long it will take, stage by stage, and confirm.':
      async () => {
        await dialog.getByText('1,500 credits available').waitFor();
        await dialog.getByRole('columnheader', { name: 'Likely time' }).waitFor();
        expect(await dialog.getByRole('row').count()).toBe(9);
        expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
        await button('Start run').click();
      },
    'Watch it: each stage shows how much it has done, what it is doing now, and what it is waiting for.':
      async () => {
        await card('Stage 4').getByText('Processing (Task 1/1)').waitFor();
        await card('Stage 4').getByText('0 completed, 1 left of 1').waitFor();
        await card('Stage 1').getByText('1 keyword → 1 cluster').waitFor();
        await card('Stage 5').getByText('Waiting (Stage 4 must complete)').waitFor();
        await overview.getByText('(Stage 4/7)').waitFor();
        held.open();
        await card('Stage 7').getByText('Ready for review: 1 content').waitFor();
        await overview.getByText('100% (Stage 7/7)').waitFor();
      },
    'For details, read the activity log below, or open the full log.': async () => {
      await page.getByRole('log').getByText('Automation complete').waitFor();
      await button('View full log').click();
      await dialog.getByText('Automation started').waitFor();
      expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
      expect(await dialog.getByRole('tab').count()).toBe(8);
      await button('Close').click();
      await dialog.waitFor({ state: 'detached' });
    },
  });
});

it('the guide’s chapter on history can be followed step by step', async () => {
  const { page, card, openPipeline } = await choose('Coffee');
  const { runId = '' } = (await database.of(AutomationRun).findOne({ site: site._id })) ?? {};
  const row = page.getByRole('row', { name: runId });
  await followChapter('Monitor history', {
    'On **Automation → Pipeline Dashboard**, open the **History** tab.': async () => {
      await openPipeline();
      await page.getByRole('tab', { name: 'History' }).click();
    },
    'Click a run to see what it did, stage by stage, and to read its logs.': async () => {
      await row.getByRole('cell', { name: runId }).click();
      await card('Stage 2').getByText('1 cluster → 1 idea').waitFor();
      await page.getByRole('log').getByText('Automation complete').waitFor();
    },
    'See what it cost: each run shows its credits, and so does each stage within it.': async () => {
      await card('Stage 2').getByText('Credits: 2 of ~2').waitFor();
      await page.getByRole('table', { name: 'Credits by stage' }).waitFor();
      await page.getByRole('tab', { name: 'History' }).click();
      await row.getByText('Completed').waitFor();
      await page.getByRole('columnheader', { name: 'Credits' }).waitFor();
    },
  });
});

it('the guide’s chapter on reviewing content can be followed step by step', async () => {
  const { reviewable } = pipelineOf(database, written);
  for (const title of ['First', 'Second', 'Third']) {
    await reviewable({ title, slug: title.toLowerCase(), html: `<p>Text of the ${title}.</p>` });
  }
  const stored = (slug: string) => database.of(Content).findOne({ site: written._id, slug });
  const { page, button } = await choose('Written already');
  const article = page.getByRole('article');
  await followChapter('Review content', {
    'Open **Writer → Review** in the sidebar.': () =>
      page.getByRole('link', { name: 'Review', exact: true }).click(),
    'Read the draft, with its facts and checks beside it.': async () => {
      await article.getByText('Text of the First.').waitFor();
      await page.getByRole('heading', { name: 'Facts' }).waitFor();
      await page.getByRole('heading', { name: 'Checks' }).waitFor();
    },
    'Press **Approve**, or the key `A`: the next draft opens.': async () => {
      await button('Approve').click();
      await article.getByText('Text of the Second.').waitFor();
    },
    'If something small is wrong, press **Edit**, or `E`, change it in place and press **Save**.':
      async () => {
        await button('Edit').click();
        // Until the text is there, too, what stands below it moves.
        await page.getByRole('textbox', { name: 'Article', exact: true }).waitFor();
        await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Second, mended');
        await button('Save').click();
        await article.getByText('Second, mended').waitFor();
      },
    'If more is wrong, press **Send back**, or `R`, and say what needs fixing.': async () => {
      await page.keyboard.press('j');
      await article.getByText('Text of the Third.').waitFor();
      await button('Send back').click();
      await page.getByRole('textbox', { name: 'Reason' }).fill('It is too thin.');
      expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
      await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
      await page.getByText('2 drafts in review').waitFor();
    },
    'Select the drafts to publish, **Select approved** or **Select all**, and press **Publish**.':
      async () => {
        await button('Select approved').click();
        await button('Publish 1').waitFor();
        await page.getByRole('checkbox', { name: 'Select all' }).check();
        await page.getByRole('button', { name: 'Publish 2' }).click();
      },
    'Check what will be published, and press **Publish** again.': async () => {
      const dialog = page.getByRole('dialog', { name: 'Publish 2 drafts?' });
      await dialog.getByText('Second, mended').waitFor();
      await dialog.getByRole('button', { name: 'Publish 2' }).click();
    },
    'Read the result for each draft: its address if it was published, or why it was not.': () =>
      page.getByRole('dialog').getByRole('link', { name: 'https://coffee.example/second/' }).waitFor(),
  });
  expect((await stored('first'))?.status).toBe(ContentStatus.Published);
  expect((await stored('second'))?.status).toBe(ContentStatus.Published);
  expect((await stored('third'))?.sentBack?.reason).toBe('It is too thin.');
});
