import { MongoBulkWriteError, MongoNetworkError, ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Keyword } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { defaultTiming } from '../../server/engine/engine.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { Worker } from '../../server/engine/worker.ts';
import { errors } from '../../server/errors.ts';
import { makeBarrier } from '../support/barrier.ts';
import { openToyApp, type Scene } from '../support/toy-app.ts';

// A worker that stops does not wait for what hangs.
const app = await openToyApp({ timing: { ...defaultTiming, pollMs: 50, stopMs: 0 } });
const { database } = app.engine;

const never = 2 ** 30;
const cutOff = () => new MongoNetworkError('read ECONNRESET');
const nothingWritten = await database
  .of(AiCall)
  .bulkWrite([{ deleteOne: { filter: { _id: new ObjectId() } } }]);

const journalOf = (run: AutomationRun, filter: object = {}) =>
  database
    .of(AiCall)
    .find({ run: run._id, ...filter }, { sort: { _id: 1 } })
    .toArray();
const asked = () => app.ai.calls.map(({ purpose }) => purpose);

/** Works until the `nth` call hangs, then stops the worker there. */
async function cutAtCall(nth: number, { start }: Scene): Promise<AutomationRun> {
  const barrier = makeBarrier();
  app.ai.answer = (call) => (call.nth === nth ? barrier.pass() : undefined);
  const run = await start();
  const worker = app.startWorker();
  await barrier.reached();
  await worker.stop();
  app.ai.reset();
  return run;
}

describe('an accepted answer', () => {
  it('is journaled with what it cost, and served to nobody but its own question', async () => {
    const { start } = await app.site(['tea']);
    const run = await app.worked(await start({ to: 'shout' }));
    expect(await journalOf(run)).toMatchObject([
      {
        stage: 'shout',
        purpose: 'shout',
        index: 0,
        attempt: 1,
        status: AiCallStatus.Accepted,
        reply: { shouted: ['TEA!'] },
        tokensIn: 10,
        tokensOut: 5,
        costUsd: 0.001,
        fault: null,
      },
    ]);
  });

  it('is used again by the next worker when its batch was cut off, and only the rest is asked for', async () => {
    const scene = await app.site(['tea']);
    // Shout asks once, echo twice: cut off in its second call.
    const run = await cutAtCall(3, scene);
    expect(await journalOf(run, { purpose: 'echo' })).toMatchObject([{ index: 0 }]);
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed, creditsUsed: 3_000 });
    expect(asked()).toEqual(['echo']);
    expect(await journalOf(run, { status: AiCallStatus.Accepted })).toHaveLength(3);
    expect(await scene.charges()).toEqual([1_000, 2_000]);
  });

  it.each([
    ['one document', cutOff()],
    ['several documents', new MongoBulkWriteError(cutOff(), nothingWritten)],
  ])('is used again when its transaction was cut off in a write of %s', async (_, error) => {
    const { start, charges } = await app.site(['tea']);
    let saves = 0;
    app.toys.shout.inSave = () => {
      saves += 1;
      if (saves === 1) throw error;
    };
    const run = await app.worked(await start({ to: 'shout' }));
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 1_000 });
    expect(saves).toBe(2);
    expect(asked()).toEqual(['shout']);
    expect(await charges()).toEqual([1_000]);
  });

  it('is not used for a question that has changed, and gives way to the new answer', async () => {
    const scene = await app.site(['tea']);
    const run = await cutAtCall(3, scene);
    await database.of(Cluster).updateOne({ site: scene.site._id }, { $set: { name: 'COFFEE' } });
    await app.worked(run);
    expect(asked()).toEqual(['echo', 'echo']);
    const accepted = await journalOf(run, { purpose: 'echo', status: AiCallStatus.Accepted });
    expect(accepted.map(({ index, reply }) => [index, reply])).toEqual([
      [0, { echo: 'COFFEE' }],
      [1, { echo: 'COFFEE' }],
    ]);
  });

  it('is asked for anew where a newer version wants it in another shape', async () => {
    const scene = await app.site(['tea']);
    const run = await cutAtCall(3, scene);
    await database
      .of(AiCall)
      .updateOne({ run: run._id, purpose: 'echo' }, { $set: { reply: { said: 'TEA' } } });
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed, creditsUsed: 3_000 });
    expect(asked()).toEqual(['echo', 'echo']);
    expect(await scene.charges()).toEqual([1_000, 2_000]);
  });

  it("stored late by a worker that was overtaken is in nobody's way", async () => {
    const { start, charges } = await app.site(['tea']);
    const [slow, heirs, late] = [makeBarrier(), makeBarrier(), makeBarrier()];
    const waits = [undefined, slow, heirs, late];
    app.ai.answer = ({ nth }) => waits[nth - 1]?.pass();
    const run = await start();
    // Nothing but its own step tells it that it was overtaken.
    const timing = { ...app.engine.timing, flushMs: never, pollMs: never };
    const overtaken = new Worker({ ...app.engine, timing }, { slots: 1 });
    overtaken.start();
    await slow.reached();
    await database.of(AutomationRun).updateOne({ _id: run._id }, { $set: { 'lease.until': new Date(0) } });
    const worked = app.worked(run);
    await heirs.reached();
    // Both have asked the first of two questions; the overtaken one stores its answer and asks the second.
    slow.open();
    await late.reached();
    heirs.open();
    expect(await worked).toMatchObject({ status: RunStatus.Completed, creditsUsed: 3_000 });
    late.open();
    await overtaken.stop();
    expect(await journalOf(run, { status: AiCallStatus.Accepted })).toHaveLength(3);
    expect(await charges()).toEqual([1_000, 2_000]);
  });

  it('is not used for other items, though the question reads the same', async () => {
    const scene = await app.site(['tea']);
    const run = await cutAtCall(1, scene);
    await database.of(Keyword).updateOne({ site: scene.site._id }, { $set: { disabled: true } });
    const { start } = await app.site(['tea']);
    await app.worked(await start({ to: 'shout' }));
    expect(asked()).toEqual(['shout']);
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed, creditsUsed: 0 });
  });

  it('is never replayed to a retry of the failed item', async () => {
    const { start, site, charges } = await app.site(['tea']);
    app.ai.answer = ({ nth }) => {
      if (nth === 3) throw errors.aiRefused({ purpose: 'echo', reason: 'not now' });
    };
    const run = await app.worked(await start());
    expect(run.stages.echo).toMatchObject({ processed: 0, failed: 1 });
    app.ai.reset();
    const { outcome, run: next } = await retryFailed(app.engine, { site: site._id, stage: 'echo' });
    expect(outcome).toBe('started');
    await app.worked(next);
    expect(asked()).toEqual(['echo', 'echo']);
    expect(await journalOf(next)).toMatchObject([
      { index: 0, attempt: 2 },
      { index: 1, attempt: 2 },
    ]);
    expect(await charges()).toEqual([1_000, 0, 2_000]);
    expect((await audit(database)).differences).toEqual([]);
  });
});

describe('an answer that cannot be used', () => {
  it('is journaled with its fault, sent back once to be mended, then asked for afresh', async () => {
    const { start, charges } = await app.site(['tea', 'coffee']);
    const replies = [{ shouted: ['TEA'] }, { shouted: 7 }, undefined];
    app.ai.answer = ({ nth }) => replies[nth - 1];
    const run = await app.worked(await start({ to: 'shout' }));
    expect(run.status).toBe(RunStatus.Completed);
    expect(app.ai.calls.map(({ repair }) => repair?.fault)).toEqual([
      undefined,
      'Shout 2 phrases.',
      undefined,
    ]);
    expect(await journalOf(run)).toMatchObject([
      { status: AiCallStatus.Rejected, fault: 'Shout 2 phrases.', reply: { shouted: ['TEA'] } },
      { status: AiCallStatus.Rejected, fault: expect.stringMatching(/^shouted: /) },
      { status: AiCallStatus.Accepted, fault: null },
    ]);
    expect(await charges()).toEqual([1_000]);
  });

  it('stands before the good one, by their ids, whichever machine the database is on', async () => {
    const { start } = await app.site(['tea', 'coffee']);
    app.ai.answer = ({ nth }) => (nth === 1 ? { shouted: 7 } : undefined);
    const rows = await journalOf(await app.worked(await start({ to: 'shout' })));
    expect(rows.map(({ status }) => status)).toEqual([AiCallStatus.Rejected, AiCallStatus.Accepted]);
    // Ids are ordered only within the process that made them, which this part of an id names.
    const maker = (id: ObjectId) => id.toHexString().slice(8, 18);
    expect(new Set(rows.map(({ _id }) => maker(_id)))).toEqual(new Set([maker(new ObjectId())]));
  });
});
