import { describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { makeBarrier } from '../support/barrier.ts';
import { openFaultServer, stalls } from '../support/fault-server.ts';
import { providersOf } from '../support/provider-tools.ts';
import { openToyApp } from '../support/toy-app.ts';

const server = await openFaultServer();
const app = await openToyApp({ providers: server.questions.noting(providersOf(server.choice())) });
const { engine } = app;
const { database } = engine;

/** A run whose answer has begun and does not go on, and when its connection is closed. */
async function inMidAnswer() {
  const { start, charges } = await app.site(['tea', 'coffee']);
  const [begun, closed] = [makeBarrier(), Promise.withResolvers<void>()];
  server.behave((response, ...rest) => {
    response.on('close', closed.resolve);
    stalls(response, ...rest);
    void begun.pass();
  });
  const run = await start();
  const worker = new Worker({ ...engine, timing: { ...engine.timing, leaseMs: 2_000 } }, { slots: 1 });
  worker.start();
  await begun.reached();
  return { run, worker, charges, isClosed: closed.promise };
}

describe('an answer that is not wanted any more', () => {
  it('is hung up on when its run is cancelled, and nothing more is asked', async () => {
    const { run, worker, charges, isClosed } = await inMidAnswer();
    await cancelRun(engine, run._id, 'Ada');
    await isClosed;
    await worker.stop();
    expect(server.requests).toHaveLength(1);
    expect(await charges()).toEqual([]);
    expect(await database.of(AiCall).countDocuments({ run: run._id })).toBe(0);
  });

  it('is hung up on when its worker has lost the lease, and the next worker asks', async () => {
    const { run, worker, charges, isClosed } = await inMidAnswer();
    const runs = database.of(AutomationRun);
    const takenOver = { 'lease.owner': 'another', 'lease.until': new Date(Date.now() + 600_000) };
    await runs.updateOne({ _id: run._id }, { $set: takenOver, $inc: { 'lease.token': 1 } });
    await isClosed;
    await worker.stop();
    expect(server.requests).toHaveLength(1);
    expect(await charges()).toEqual([]);
    await runs.updateOne({ _id: run._id }, { $set: { 'lease.until': new Date(0) } });
    const after = await app.worked(run);
    expect(after).toMatchObject({ status: RunStatus.Completed, error: null });
    expect((await charges()).length).toBeGreaterThan(0);
  });

  it('is hung up on when its worker stops and does not wait', async () => {
    const { run, worker, isClosed } = await inMidAnswer();
    await worker.stop(0);
    await isClosed;
    expect(server.requests).toHaveLength(1);
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
  });
});
