import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const site = await makeSite(database, { name: 'Coffee' });
await makeKeywords(database, site, ['cold brew']);
await pipelineOf(database, site).reviewable({ title: 'On beans', html: '<p>Buy beans.</p>' });

const of = `?site=${site._id}`;
const visit = () => app.visitAs(site.account, undefined, { expected: /ERR_FAILED|status of 404/ });
const unanswered = (place: Page | Locator) =>
  place.getByText('Galley does not answer. Try again in a moment.').waitFor();

/** As where nobody listens. */
async function stopAnswers(page: Page): Promise<() => Promise<void>> {
  await page.route('**/*', (route) => route.abort());
  return () => page.unroute('**/*');
}

describe('while nothing answers', () => {
  it('a page that was never opened says so, as what cannot be read does; opened again, or tried again, it is there', async () => {
    const { page, goto, follow } = await visit();
    await goto(`/automation${of}`);
    await page.getByText('No runs yet.').waitFor();
    const goOn = await stopAnswers(page);
    await follow(`/planner/keywords${of}`);
    await unanswered(page);
    await follow(`/account/credits${of}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await unanswered(page);
    await goOn();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Credits added').waitFor();

    const goOnAgain = await stopAnswers(page);
    await follow(`/planner/clusters${of}`);
    await unanswered(page);
    await goOnAgain();
    await follow(`/planner/keywords${of}`);
    await page.getByRole('main').getByText('cold brew').waitFor();
    await follow(`/planner/clusters${of}`);
    await page.getByText('No clusters yet').waitFor();
  });

  it('the editor alone is missing of the review desk, until the page is loaded anew: what else was written can be saved before', async () => {
    const { page, goto } = await visit();
    await goto(`/writer/review${of}`);
    const draft = page.getByRole('region', { name: /^Draft: On/ });
    await draft.getByText('Buy beans.').waitFor();
    const goOn = await stopAnswers(page);
    const tried = page.waitForEvent('requestfailed', (request) => /graphql/.test(request.url()));
    await page.keyboard.press('e');
    const form = draft.locator('form');
    await unanswered(form);
    // The draft is read again in vain, too: nobody is led away from it.
    await tried;
    await form.getByRole('textbox', { name: 'Title', exact: true }).fill('On good beans');
    await goOn();
    await form.getByRole('button', { name: 'Try again' }).click();
    await form.getByText('Reload the page to go on.').waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').getByText('Buy beans.').waitFor();
    await page.keyboard.press('e');
    const reloaded = page.waitForEvent('load');
    await form.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await page.getByRole('article').getByText('Buy beans.').waitFor();
    await page.keyboard.press('e');
    await form.getByRole('textbox', { name: 'Article' }).waitFor();
    expect(await form.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe(
      'On good beans',
    );
  });
});

describe('once another console has taken the place of an open one', () => {
  it('a page of it that is gone is had by loading all anew, by itself once', async () => {
    const { page, goto, follow } = await visit();
    await goto(`/automation${of}`);
    await page.getByText('No runs yet.').waitFor();
    const code = /\/assets\/(?!index-)/;
    await page.route(code, (route) => route.fulfill({ status: 404 }));
    const reloaded = page.waitForEvent('load');
    await follow(`/planner/keywords${of}`);
    await reloaded;
    await page.getByText('This part of Galley has to be loaded anew.').waitFor();
    await page.unroute(code);
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('main').getByText('cold brew').waitFor();
  });
});
