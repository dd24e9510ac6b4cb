import { describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { countOldReplies, dropOldReplies } from '../../server/engine/reply-retention.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { openToyApp } from '../support/toy-app.ts';
import { cutOff } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine, ai, clock } = app;
const { database } = engine;
const days = 30;
const pass = (count: number) => clock.advance(count * 86_400_000);
const calls = (run: AutomationRun) =>
  database
    .of(AiCall)
    .find({ run: run._id }, { sort: { _id: 1 } })
    .toArray();
const replies = async (run: AutomationRun) => (await calls(run)).filter(({ reply }) => reply !== null).length;

/** A run of two keywords: five calls. */
async function endedRun(): Promise<AutomationRun> {
  const { start } = await app.site(2);
  return app.worked(await start());
}

/** One that fails at the second of the last cluster's two calls, of which the first has been paid for. */
async function failedRun(): Promise<AutomationRun> {
  const { start } = await app.site(2);
  ai.answer = ({ nth }) => {
    if (nth === 5) throw errors.aiRejectedKey({ provider: 'scripted' });
  };
  const run = await app.worked(await start());
  ai.reset();
  expect(run.status).toBe(RunStatus.Failed);
  return run;
}

describe('The replies of the AI', () => {
  it('are dropped from the journal of a run that ended long enough ago; the figures stay', async () => {
    const run = await endedRun();
    const before = await calls(run);
    pass(days + 1);
    const young = await endedRun();
    expect(await countOldReplies(engine, days)).toBe(5);
    expect(await replies(run)).toBe(5);
    expect(await dropOldReplies(engine, days)).toBe(5);
    expect(await calls(run)).toEqual(before.map((call) => ({ ...call, reply: null, inputHash: '' })));
    expect(await replies(young)).toBe(5);
    expect([await countOldReplies(engine, days), await dropOldReplies(engine, days)]).toEqual([0, 0]);
  });

  it('stay while a run has not ended, however long it takes', async () => {
    const { start } = await app.site(2);
    const started = await start();
    const run = await app.worked(started, ({ stages }) => (stages.echo?.processed ?? 0) > 0);
    await pauseRun(engine, run._id, 'Ada');
    pass(days + 1);
    await dropOldReplies(engine, days);
    expect(await replies(run)).toBeGreaterThan(0);
    await cancelRun(engine, run._id, 'Ada');
  });

  it('of a failed run are asked for anew where it is resumed after that, and dropped again in their time', async () => {
    const run = await failedRun();
    pass(days + 1);
    await dropOldReplies(engine, days);
    expect(await replies(run)).toBe(0);
    await resumeRun(engine, run._id, 'Ada');
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
    // The two of the last cluster: what was saved is not asked again.
    expect(ai.calls).toHaveLength(2);
    expect(await replies(run)).toBe(2);
    pass(days + 1);
    expect(await dropOldReplies(engine, days)).toBe(2);
  });

  it('of a failed run that is resumed in time are taken from the journal', async () => {
    const run = await failedRun();
    pass(days - 1);
    await dropOldReplies(engine, days);
    await resumeRun(engine, run._id, 'Ada');
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
    expect(ai.calls).toHaveLength(1);
  });

  it.each([1, 2])(
    'are dropped by the next clean-up where one was cut off before its write %i',
    async (nth) => {
      const run = await endedRun();
      pass(days + 1);
      const doomed = { ...engine, database: cutOff(database, nth) };
      await expect(dropOldReplies(doomed, days)).rejects.toThrow('cut off');
      await dropOldReplies(engine, days);
      expect(await replies(run)).toBe(0);
      expect(await countOldReplies(engine, days)).toBe(0);
    },
  );
});
