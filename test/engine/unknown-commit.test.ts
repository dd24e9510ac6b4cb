import { type ClientSession, MongoNetworkError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { audit } from '../../server/credits/audit.ts';
import type { Database } from '../../server/db/database.ts';
import { Worker } from '../../server/engine/worker.ts';
import { makeBarrier } from '../support/barrier.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;

/** The same database, of which one commit is answered by a broken connection, though it has been done. */
function breakAfterCommit(isNext: () => boolean): Database {
  let isBroken = false;
  const startSession = (): ClientSession => {
    const session = database.client.startSession();
    const commit = session.commitTransaction.bind(session);
    session.commitTransaction = async (options) => {
      await commit(options);
      if (isBroken || !isNext()) return;
      isBroken = true;
      // Time enough for another batch to come to its commit, behind this one.
      await database.db.command({ ping: 1 });
      throw new MongoNetworkError('connection closed');
    };
    return session;
  };
  const client = new Proxy(database.client, {
    get(target, property) {
      if (property === 'startSession') return startSession;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...database, client };
}

describe('a commit that was done though its answer was lost', () => {
  it('is told, counted and charged once, by whoever goes on with the run', async () => {
    const { start, charges, count } = await app.site(2, { stages: { shout: { batchSize: 1, parallel: 2 } } });
    const barrier = makeBarrier();
    let isSaved = false;
    // Both are at work; the second comes to its commit while the first one's answer is lost.
    toys.shout.inWork = async ({ index }) => {
      void barrier.pass();
      await barrier.reached(2);
      if (index === 2) await lost;
    };
    toys.shout.inSave = () => {
      isSaved = true;
    };
    const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
    const broken = breakAfterCommit(() => {
      if (isSaved) lose();
      return isSaved;
    });
    const { _id } = await start({ to: 'shout' });
    const timing = { ...engine.timing, flushMs: 2 ** 30 };
    const worker = new Worker({ ...engine, timing, database: broken }, { slots: 1 });
    worker.start();
    const run = await app.settled(_id);
    await worker.stop();
    expect(run).toMatchObject({
      status: RunStatus.Completed,
      stages: { shout: { processed: 2, counters: { keywordsProcessed: 2, clustersCreated: 2 } } },
    });
    expect(await charges()).toEqual([1_000, 1_000]);
    expect(await count(Cluster)).toBe(2);
    // The second was begun twice, and the first once.
    const begun = await eventsOf(engine, run, 'batch.started');
    const [first] = begun;
    expect(begun.filter(({ batchKey }) => batchKey === first?.batchKey)).toHaveLength(1);
    expect(await eventsOf(engine, run, 'batch.completed')).toHaveLength(2);
    const seqs = (await rowsOf(engine, run)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: run.seq }, (_, nth) => nth + 1));
    expect((await audit(database)).differences).toEqual([]);
  });
});
