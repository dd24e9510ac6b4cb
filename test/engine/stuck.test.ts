import { MongoServerError } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { Notification } from '../../schema/notification.ts';
import { dayMs, hourMs, minuteMs } from '../../server/durations.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openToyApp } from '../support/toy-app.ts';
import { makeToys } from '../support/toy-stages.ts';
import { watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine, toys, clock, ai } = app;
const { database } = engine;
let log = recordLog();

beforeEach(async () => {
  log = recordLog();
  await database.of(Notification).deleteMany({});
});

/** As two processes at once do, whose stages are all but one. */
async function maintainWithout(missing: string): Promise<void> {
  const registry = createRegistry(makeToys().stages.filter(({ key }) => key !== missing));
  await Promise.all([1, 2].map(() => maintain({ ...engine, registry, log: log.log })));
}

const told = () =>
  database
    .of(Notification)
    .find({}, { sort: { _id: 1 } })
    .toArray();
const sinceText = ({ startedAt }: AutomationRun) => startedAt.toISOString().slice(0, 19).replace('T', ' ');

describe('a run that nobody can go on with', () => {
  it('is told of, once, and again when it has moved and stopped anew', async () => {
    const { start } = await app.site(1);
    const run = await start();
    clock.advance(3 * hourMs);
    await maintainWithout('echo');
    expect(await told()).toEqual([]);
    clock.advance(1);
    await maintainWithout('echo');
    clock.advance(dayMs);
    await maintainWithout('echo');
    expect(await told()).toMatchObject([
      {
        event: 'run.stuck',
        run: run._id,
        sentence: `The run ${run.runId} has not moved on since ${sinceText(run)} UTC, and holds its credits and its site: the worker that tells this does not know its stage "echo". Start one that does (see STAGE_PLUGINS), or cancel the run.`,
      },
    ]);
    expect(log.lines).toMatchObject([
      { level: 50, msg: 'a run does not move on', run: run.runId, stage: 'shout', unknown: ['echo'] },
    ]);
    await pauseRun(engine, run._id, 'Ada');
    await resumeRun(engine, run._id, 'Ada');
    clock.advance(3 * hourMs);
    await maintainWithout('echo');
    expect(await told()).toHaveLength(1);
    clock.advance(1);
    await maintainWithout('echo');
    expect(await told()).toHaveLength(2);
    await cancelRun(engine, run._id, 'Ada');
  });

  it('is told of though each worker that tries shows how it begins the same batch', async () => {
    const { start } = await app.site(1);
    const run = await start();
    let tries = 0;
    const isTriedThrice = Promise.withResolvers<void>();
    let { seq } = run;
    toys.shout.inWork = async () => {
      seq = (await app.settled(run._id, (now) => now.seq > seq)).seq;
      clock.advance(100 * minuteMs);
      tries += 1;
      if (tries === 3) isTriedThrice.resolve();
      throw new MongoServerError({ message: 'not now', code: 91, codeName: 'ShutdownInProgress' });
    };
    const worker = app.startWorker(1);
    await isTriedThrice.promise;
    await worker.stop();
    await maintain(engine);
    const where = 'nothing has come of its stage "Keywords → Shouts". Look at the workers\' logs';
    expect(await told()).toMatchObject([{ event: 'run.stuck', sentence: expect.stringContaining(where) }]);
    await cancelRun(engine, run._id, 'Ada');
  });

  it('says in the log what keeps it from failing', async () => {
    const { start } = await app.site(1);
    ai.answer = () => {
      throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const unwilling = watchWrites(database, (_, collection) => {
      if (collection === 'notifications') throw new TypeError('no such outbox');
    });
    const run = await start();
    const worker = app.startWorker(1, { database: unwilling, log: log.log });
    const line = await log.line('the run could not be ended as failed');
    await worker.stop();
    expect(line).toMatchObject({
      level: 50,
      err: { message: 'no such outbox' },
      failure: expect.stringContaining('rejected the API key'),
      run: run.runId,
    });
    await cancelRun(engine, run._id, 'Ada');
  });
});
