import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, ObjectId } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';
import { Account } from '../schema/account.ts';
import { AutomationConfig } from '../schema/automation-config.ts';
import { AutomationRun, RunTrigger } from '../schema/automation-run.ts';
import { NotificationEvent } from '../schema/notification.ts';
import { openApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { openDatabase, transaction } from '../server/db/database.ts';
import { openEmbedded } from '../server/db/embedded/server.ts';
import { startRun } from '../server/engine/start-run.ts';
import { createLog } from '../server/log.ts';
import { addNotification } from '../server/notifications/outbox.ts';
import { changeSchedule } from '../server/schedule/change-schedule.ts';
import { openReceiver } from './notifications/receiver.ts';
import { testDatabase } from './support/db.ts';
import { makeKeywords, makeSite } from './support/factory.ts';
import { keepSmall, makeSmallSite } from './support/small-site.ts';

const { client, db, uri } = testDatabase();
const receiver = await openReceiver();
const folder = await mkdtemp(join(tmpdir(), 'galley-app-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const shell = { say: () => {}, log: createLog('silent') };
const folders = { DATA_DIR: join(folder, 'data'), LOG_DIR: join(folder, 'logs') };

/** An address of the test's database by which its connections are known. */
function addressFor(appName: string): string {
  const address = new URL(uri);
  address.pathname = db.databaseName;
  address.searchParams.set('appName', appName);
  return address.href;
}

/** Resolves when the server has none of those connections any more: it learns a moment later that one was closed. */
async function areClosed(appName: string): Promise<void> {
  const all = { $currentOp: { allUsers: true, idleConnections: true } };
  const find = () => client.db('admin').aggregate([all, { $match: { appName } }]);
  while ((await find().toArray()).length > 0);
}

/** Two accounts of one name: the first migration cannot make its index. */
const twins = [{ name: 'Ada' }, { name: 'Ada' }];

describe('a start that cannot bring the database up to date', () => {
  it('says why and lets the database go', async () => {
    await db.collection('accounts').insertMany(twins);
    const config = readConfig({ ...folders, MONGODB_URI: addressFor('broken') });
    await expect(openApp({ config, ...shell })).rejects.toThrow('duplicate key');
    await areClosed('broken');
    await db.dropDatabase();
  });

  it('lets the embedded server go, too', async () => {
    const embedded = await openEmbedded({ dataDir: join(folders.DATA_DIR, 'mongodb'), say: () => {} });
    const other = new MongoClient(embedded.uri, { serverSelectionTimeoutMS: 500 });
    await other.db('galley').collection('accounts').insertMany(twins);
    await expect(openApp({ config: readConfig(folders), ...shell })).rejects.toThrow('duplicate key');
    // Were it still in use, it would not end with its last user.
    await embedded.stop();
    await expect(other.db('admin').command({ ping: 1 })).rejects.toThrow();
    await other.close();
  });
});

describe('the program', () => {
  it('does its maintenance when it is started', async () => {
    const app = await openApp({
      config: readConfig({ ...folders, MONGODB_URI: addressFor('well') }),
      ...shell,
    });
    const accounts = app.engine.database.of(Account);
    const holds = [{ run: new ObjectId(), amount: 5 }];
    const changes = accounts.watch([{ $match: { operationType: 'update' } }], { maxAwaitTimeMS: 20 });
    await changes.tryNext();
    const stray = { available: 0, held: 5, holds };
    await accounts.insertOne(Object.assign(new Account(), { name: 'Ada' }, stray));
    await app.work();
    await changes.next();
    expect(await accounts.findOne({ name: 'Ada' })).toMatchObject({ available: 5, held: 0, holds: [] });
    await changes.close();
    await app.close();
    await areClosed('well');
  });

  it('tells the webhook of what its runs come to, as soon as that is so', async () => {
    const app = await openApp({
      config: readConfig({
        ...folders,
        MONGODB_URI: addressFor('telling'),
        NOTIFY_WEBHOOK_URL: receiver.url,
      }),
      ...shell,
    });
    const site = await makeSite(app.engine.database, { name: 'Told of' });
    await keepSmall(app.engine.database, site);
    await makeKeywords(app.engine.database, site, ['cold brew']);
    await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    await app.work();
    await receiver.reached(1);
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
      event: 'run.completed',
      site: { name: 'Told of' },
      link: null,
    });
    await app.close();
    await areClosed('telling');
  });

  it('starts what is due by its schedule, and keeps the clean-up for Monday at three', async () => {
    const config = { ...folders, MONGODB_URI: addressFor('clock') };
    const app = await openApp({ config: readConfig(config), ...shell });
    const { database } = app.engine;
    const site = await makeSmallSite(database);
    await changeSchedule(app.engine, site, { enabled: true, time: '02:00' });
    const due = { $set: { 'schedule.nextRunAt': new Date(Date.now() - 60_000) } };
    await database.of(AutomationConfig).updateOne({ site: site._id }, due);
    const jobs = db.collection('agenda_jobs');
    await jobs.updateOne({ name: 'schedules' }, { $set: { nextRunAt: new Date(), lockedAt: null } });
    await app.work();
    const runs = () => database.of(AutomationRun).find({ site: site._id }).toArray();
    await expect.poll(runs).toMatchObject([{ trigger: RunTrigger.Scheduled }]);
    const next: Date = (await jobs.findOne({ name: 'clean-up' }))?.nextRunAt;
    expect([next.getDay(), next.getHours(), next.getMinutes()]).toEqual([1, 3, 0]);
    await app.close();
  });

  it('delivers each minute what is in the outbox, as of a process that has died', async () => {
    const left = { event: NotificationEvent.RunCompleted, sentence: 'It has completed.', at: new Date() };
    const database = await openDatabase(addressFor('before'));
    const site = await makeSite(database, { name: 'Left behind' });
    const run = Object.assign(new AutomationRun(), { account: site.account, site: site._id, runId: 'run' });
    await transaction(database.client, (session) => addNotification(database, { run, ...left }, session));
    await database.close();
    const come = receiver.reached(receiver.received.length + 1);
    const config = { ...folders, MONGODB_URI: addressFor('after'), NOTIFY_WEBHOOK_URL: receiver.url };
    const app = await openApp({ config: readConfig(config), ...shell });
    const job = { name: 'notifications' };
    await db.collection('agenda_jobs').updateOne(job, { $set: { nextRunAt: new Date(), lockedAt: null } });
    await app.work();
    await come;
    expect(JSON.parse(receiver.received.at(-1)?.body ?? '').site.name).toBe('Left behind');
    await app.close();
  });
});
