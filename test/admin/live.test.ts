import type { ObjectId } from 'mongodb';
import type { Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';
import { holdTime } from './support/page-time.ts';

const ai = scriptAi();
const app = await openConsole({ parts: { providers: ai.providers } });
const { engine } = app;
const { database } = engine;

const addCredits = (account: ObjectId, key: string) => topUp(database, { account, amount: 500_000, key });

/** The sockets of a page, through hands that can cut them. */
async function holdSockets(page: Page) {
  const open: WebSocketRoute[] = [];
  let isCut = false;
  let refused = 0;
  let refusal = 0;
  const opened = Promise.withResolvers<void>();
  await page.routeWebSocket(/graphql/, (socket) => {
    if (isCut) {
      refused += 1;
      return void socket.close({ code: refusal });
    }
    const server = socket.connectToServer();
    server.onMessage((message) => {
      socket.send(message);
      if (message.includes('connection_ack')) opened.resolve();
    });
    open.push(socket);
  });
  return {
    /** Resolves when the first of them is in use. */
    opened: opened.promise,
    /** How many have been asked for in vain. */
    refused: () => refused,
    async cut(refusedWith = 4_000) {
      refusal = refusedWith;
      isCut = true;
      await Promise.all(open.splice(0).map((socket) => socket.close({ code: 4000 })));
    },
    mend() {
      isCut = false;
    },
  };
}

/** What a browser notes where nobody is signed in any more. */
const signedOut = /401/;

describe('what a page shows live', () => {
  it('is what is, without a reload; says that it reconnects while its socket is cut for ten seconds, and then shows what it missed; where the session has ended meanwhile it leads to the sign-in, in words', async () => {
    const site = await makeSite(database);
    const person = await app.person(site.account);
    const { page, goto } = await app.visit(person, { expected: signedOut });
    const sockets = await holdSockets(page);
    const time = await holdTime(page);
    await goto('/');
    await page.getByText('1,500 credits').waitFor();
    await sockets.opened;
    await addCredits(site.account, 'before');
    await page.getByText('2,000 credits').waitFor();
    await sockets.cut(4500);
    await page.getByText('Reconnecting…').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await time.jump(10);
    await expect.poll(sockets.refused).toBeGreaterThan(1);
    await page.getByText('Reconnecting…').waitFor();
    await addCredits(site.account, 'meanwhile');
    sockets.mend();
    await time.jump(10);
    await page.getByText('2,500 credits').waitFor();
    await page.getByText('Reconnecting…').waitFor({ state: 'detached' });

    await app.as(person)('mutation { signOut { signedOut } }');
    await page.getByText('You have been signed out.').waitFor();
    await page.getByLabel('Email').waitFor();
  });

  it('is a run to its end, with every row of what it did once', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['burr grinder']);
    const run = await startRun(engine, {
      site: site._id,
      trigger: RunTrigger.Manual,
      to: 'cluster-keywords',
    });
    const { page, goto } = await app.visitAs(site.account);
    const sockets = await holdSockets(page);
    await goto('/automation');
    await page.getByText(run.runId).waitFor();
    const worker = app.startWorker();
    await sockets.cut();
    sockets.mend();
    const { seq } = await app.settled(run._id);
    await worker.stop();
    await page.getByText('100% (Stage 1/1)').waitFor();
    const rows = page.getByRole('log').getByRole('time');
    await expect.poll(() => rows.count()).toBe(seq);
  });

  it('is asked for where sockets are blocked: every 3 seconds while a run is at work, every 10 while it is paused, and no more once it has ended; the time of a stage goes on by itself in between, while it is worked on', async () => {
    const held = makeBarrier();
    ai.answer = () => held.pass();
    const site = await makeSite(database);
    await makeKeywords(database, site, ['burr grinder']);
    const { _id } = await startRun(engine, {
      site: site._id,
      trigger: RunTrigger.Manual,
      to: 'cluster-keywords',
    });
    const worker = app.startWorker();
    await held.reached();
    const person = await app.person(site.account);
    const { page, goto } = await app.visit(person, { expected: signedOut });
    const sockets = await holdSockets(page);
    await sockets.cut();
    const time = await holdTime(page);
    const read = ['CurrentRun', 'Queues', 'ActivityPage'];
    await goto('/automation');
    await page.getByText('No live connection').waitFor();
    const card = page.getByRole('article', { name: 'Stage 1' });
    const elapsed = async () => /Time: (\S+)s/.exec((await card.textContent()) ?? '')?.[1];
    await card.getByText('Processing').waitFor();

    await time.stop();
    expect(await time.pacesOf(...read)).toEqual([3, 3, 3]);
    const [asked, passed] = [await time.timesAsked(...read), Number(await elapsed())];
    await time.pass(1);
    await card.getByText(`Time: ${passed + 1}s`).waitFor();
    expect(await time.timesAsked(...read)).toBe(asked);

    await pauseRun(engine, _id, 'Ada');
    await time.pass(3);
    await card.getByText('Paused by Ada').waitFor();
    const stood = await elapsed();
    expect(await time.pacesOf(...read)).toEqual([10, 10, 10]);
    expect(await elapsed()).toBe(stood);

    await resumeRun(engine, _id, 'Ada');
    held.open();
    await app.settled(_id);
    await worker.stop();
    await time.pass(10);
    await page.getByText('100% (Stage 1/1)').waitFor();
    await time.pass(3);
    const done = await time.timesAsked(...read);
    await time.pass(60);
    expect(await time.timesAsked(...read)).toBe(done);

    await app.as(person)('mutation { signOut { signedOut } }');
    await time.jump(10);
    await page.getByText('You have been signed out.').waitFor();
  });

  it('is how long a run still waits, second by second to its end, and anew where it has to wait as long again', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['burr grinder']);
    await startRun(engine, { site: site._id, trigger: RunTrigger.Manual, to: 'cluster-keywords' });
    const { page, goto } = await app.visitAs(site.account);
    await (await holdSockets(page)).cut();
    const time = await holdTime(page);
    const wait = { until: '2025-12-03T14:05:23.000Z', retryInSeconds: 5 };
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('query CurrentRun')) return route.fallback();
      const response = await route.fetch();
      const { data } = await response.json();
      data.currentRun.waitingFor = { ...data.currentRun.waitingFor, ...wait };
      await route.fulfill({ response, json: { data } });
    });
    await goto('/automation');
    const left = page.getByText(/Retry in/);
    await left.first().waitFor();
    await time.stop();
    await time.pass(2);
    const before = await left.first().innerText();
    await time.pass(1);
    expect(await left.first().innerText()).not.toBe(before);
    await time.pass(5);
    await left.first().waitFor({ state: 'detached' });
    wait.until = '2025-12-03T14:05:28.000Z';
    await time.pass(3);
    await left.first().waitFor();
  });
});
