import type { ObjectId } from 'mongodb';
import type { Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { engine } = app;
const { database } = engine;

const addCredits = (account: ObjectId, key: string) => topUp(database, { account, amount: 500_000, key });

/** The sockets of a page, through hands that can cut them. */
async function holdSockets(page: Page) {
  const open: WebSocketRoute[] = [];
  let isCut = false;
  const opened = Promise.withResolvers<void>();
  await page.routeWebSocket(/graphql/, (socket) => {
    if (isCut) return void socket.close({ code: 4000 });
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
    async cut() {
      isCut = true;
      await Promise.all(open.splice(0).map((socket) => socket.close({ code: 4000 })));
    },
    mend() {
      isCut = false;
    },
  };
}

describe('what a page shows live', () => {
  it('is what is, without a reload; says that it reconnects while its socket is cut, and then shows what it missed', async () => {
    const site = await makeSite(database);
    const { page, goto } = await app.visitAs(site.account);
    const sockets = await holdSockets(page);
    await goto('/');
    await page.getByText('1,500 credits').waitFor();
    await sockets.opened;
    await addCredits(site.account, 'before');
    await page.getByText('2,000 credits').waitFor();
    await sockets.cut();
    await page.getByText('Reconnecting…').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await addCredits(site.account, 'meanwhile');
    sockets.mend();
    await page.getByText('2,500 credits').waitFor();
    await page.getByText('Reconnecting…').waitFor({ state: 'detached' });
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

  it('is asked for again and again where sockets are blocked', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['burr grinder']);
    const run = await startRun(engine, {
      site: site._id,
      trigger: RunTrigger.Manual,
      to: 'cluster-keywords',
    });
    const { page, goto } = await app.visitAs(site.account);
    const sockets = await holdSockets(page);
    await sockets.cut();
    await goto('/automation');
    await page.getByText(run.runId).waitFor();
    await page.getByText('No live connection').waitFor();
    const worker = app.startWorker();
    await app.settled(run._id);
    await worker.stop();
    await page.getByText('100% (Stage 1/1)').waitFor();
  });
});
