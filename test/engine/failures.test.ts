import { describe, expect, it } from 'vitest';
import { ActivityLevel } from '../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { allowedFailures } from '../../server/engine/failures.ts';
import { errors } from '../../server/errors.ts';
import { makeBarrier } from '../support/barrier.ts';
import { numbered } from '../support/factory.ts';
import type { SeenCall } from '../support/scripted-ai.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const onlyShout = { to: 'shout' };
const app = await openToyApp();
const { engine, toys, ai } = app;
const { database } = engine;
const differences = async () => (await audit(database)).differences;
const settings = (batchSize: number, parallel = 1) => ({ stages: { shout: { batchSize, parallel } } });

/** The AI refuses every question that holds this word. */
function refuse(word: string) {
  ai.answer = ({ input }: SeenCall) => {
    if (JSON.stringify(input).includes(word)) throw errors.aiRefused({ purpose: 'shout', reason: 'rude' });
  };
}

describe('a provider that does not answer for a moment', () => {
  it('is asked again after the time that it names, and the log tells of the wait', async () => {
    const { start, charges } = await app.site(1);
    ai.answer = ({ nth }) => {
      if (nth <= 2) {
        throw errors.aiUnavailable({
          provider: 'scripted',
          reason: 'too many requests',
          retryAfterMs: nth + 1,
        });
      }
    };
    const run = await app.worked(await start(onlyShout));
    expect(run).toMatchObject({ status: RunStatus.Completed, stages: { shout: { failed: 0 } } });
    expect((await eventsOf(engine, run, 'batch.waiting')).map(({ delayMs }) => delayMs)).toEqual([2, 3]);
    expect(await charges()).toEqual([1_000]);
    const calls = await database
      .of(AiCall)
      .find({ run: run._id }, { sort: { _id: 1 } })
      .toArray();
    expect(calls.map(({ status }) => status)).toEqual([
      AiCallStatus.Failed,
      AiCallStatus.Failed,
      AiCallStatus.Accepted,
    ]);
  });

  it('fails the run, not the item, when it stays away for all tries', async () => {
    const { start, count } = await app.site(2);
    ai.answer = () => {
      throw errors.aiUnavailable({ provider: 'scripted', reason: 'down for maintenance' });
    };
    const run = await app.worked(await start());
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      error: {
        code: 'AI_UNAVAILABLE',
        message:
          'The AI provider "scripted" does not answer: down for maintenance. Resume the run when it is back.',
        stage: 'shout',
      },
    });
    expect(ai.calls).toHaveLength(engine.retry.tries);
    expect(await count(Keyword, { failure: null })).toBe(2);
  });
});

describe('an item that cannot be processed', () => {
  it('is marked with stage, code and reason, and the stage goes on', async () => {
    const { start, site, charges } = await app.site(['good', 'bad', 'fine'], settings(1));
    refuse('bad');
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Completed, processed: 2, failed: 1 });
    const item = await database.of(Keyword).findOne({ site: site._id, phrase: 'bad' });
    expect(item).toMatchObject({
      status: KeywordStatus.New,
      failure: {
        stage: 'shout',
        code: 'AI_REFUSED',
        message: 'The AI refused "shout": rude',
        run: run._id,
      },
    });
    const rows = await rowsOf(engine, run);
    const told = rows.find(({ event }) => event.type === 'item.failed');
    expect(told).toMatchObject({
      level: ActivityLevel.Error,
      message: `Stage 1: 'bad' failed - The AI refused "shout": rude`,
    });
    // The record of the batch, at no credits.
    expect(await charges()).toEqual([1_000, 0, 1_000, 2_000, 2_000]);
    expect(await differences()).toEqual([]);
  });

  it('is one whose answer was unusable three times over', async () => {
    const { start, site } = await app.site(['odd'], settings(1));
    ai.answer = () => ({ shouted: [] });
    const run = await app.worked(await start());
    expect(ai.calls).toHaveLength(3);
    expect(run.stages.shout).toMatchObject({ processed: 0, failed: 1 });
    const item = await database.of(Keyword).findOne({ site: site._id });
    expect(item?.failure).toMatchObject({
      code: 'AI_UNUSABLE',
      message: `The AI's answer to "shout" could not be used, three times over: Shout 1 phrases.`,
    });
    const rejected = { run: run._id, status: AiCallStatus.Rejected };
    expect(await database.of(AiCall).countDocuments(rejected)).toBe(3);
  });

  it('of a batch of many is found by halves, and is the only one to fail', async () => {
    const { start, count, charges } = await app.site([...numbered(5), 'bad', ...numbered(6, 'tea')]);
    refuse('bad');
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ total: 12, processed: 11, failed: 1 });
    const sizes = (await eventsOf(engine, run, 'batch.started')).map(({ ids }) => ids.length);
    expect(sizes).toEqual([12, 6, 3, 3, 2, 1, 6]);
    expect(await count(Keyword, { status: KeywordStatus.Mapped })).toBe(11);
    expect(await count(Keyword, { 'failure.stage': 'shout' })).toBe(1);
    expect(await count(Cluster)).toBe(11);
    // 3, 2 (in that order: the bad one is the last of its half) and 6 items.
    expect((await charges()).toSorted()).toEqual([0, 1_000, 1_000, 2_000]);
    expect(await differences()).toEqual([]);
  });

  it('is counted once in the log though its batch was halved', async () => {
    const { start } = await app.site(['bad', ...numbered(3)]);
    refuse('bad');
    const run = await app.worked(await start(onlyShout));
    const last = (await eventsOf(engine, run, 'batch.started')).map(({ batch }) => [batch.last, batch.total]);
    expect(last).toEqual([
      [4, 4],
      [2, 4],
      [1, 4],
      [2, 4],
      [4, 4],
    ]);
  });

  it('does not wait for later runs until it is retried', async () => {
    const { start } = await app.site(['bad', 'good'], settings(1));
    refuse('bad');
    await app.worked(await start(onlyShout));
    await expect(start(onlyShout)).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
  });
});

describe('too many failed items', () => {
  it.each([
    [1, null, 3],
    [60, null, 3],
    [61, null, 4],
    [100, null, 5],
    [1_000, null, 50],
    [1_000, 2, 2],
    [10, 0, 0],
  ])('of a stage of %i (limit set: %s) are more than %i', (total, limit, allowed) => {
    expect(allowedFailures(total, limit)).toBe(allowed);
  });

  /** Bad and good ones in turn, so that no two fail in a row. */
  const mixed = (count: number) => numbered(count).flatMap((phrase) => [`bad ${phrase}`, phrase]);

  it('fail the run when more than three of few have failed; what was saved stays', async () => {
    const { start, charges, account } = await app.site(mixed(6), { ...settings(1), credits: 100 });
    refuse('bad');
    const run = await app.worked(await start());
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      error: {
        code: 'TOO_MANY_FAILED_ITEMS',
        message:
          '4 items failed in the stage "Keywords → Shouts", more than the 3 allowed. The last one: The AI refused "shout": rude',
      },
      stages: { shout: { status: StageStatus.Failed, processed: 3, failed: 4 } },
      creditsUsed: 3_000,
    });
    expect((await charges()).filter((charge) => charge > 0)).toHaveLength(3);
    expect(await account()).toEqual({ available: 97_000, held: 0, holds: [] });
  });

  it.each([
    [1, RunStatus.Failed, 2],
    [6, RunStatus.Completed, 6],
  ])('are counted by the limit of the site where it has one: %i', async (maxFailedItems, status, failed) => {
    const { start } = await app.site(mixed(6), { ...settings(1), maxFailedItems });
    refuse('bad');
    const run = await app.worked(await start(onlyShout));
    expect(run).toMatchObject({ status, maxFailedItems, stages: { shout: { failed } } });
  });

  it('are five in a row, whatever the limit', async () => {
    const phrases = [...mixed(2), ...numbered(4, 'bad tea'), 'good', ...numbered(9, 'bad rum')];
    const { start } = await app.site(phrases, { ...settings(1), maxFailedItems: 50 });
    refuse('bad');
    const run = await app.worked(await start());
    expect(run.error).toMatchObject({
      code: 'TOO_MANY_FAILED_ITEMS',
      message: expect.stringMatching(/^5 items failed in a row in the stage "Keywords → Shouts"\./),
    });
    expect(run.stages.shout).toMatchObject({ processed: 3, failed: 11, failedInARow: 5 });
  });
});

describe('a critical error', () => {
  it('fails the run at its stage with the sentence of the catalogue, and stops the pipeline', async () => {
    const { start, account, count } = await app.site(3, { credits: 100 });
    ai.answer = ({ purpose }) => {
      if (purpose === 'echo') throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const run = await app.worked(await start());
    const message = 'The AI provider "scripted" rejected the API key. Check the key, then resume the run.';
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      active: false,
      current: 'echo',
      error: { code: 'AI_REJECTED_KEY', message, stage: 'echo' },
      hold: 0,
      stages: { shout: { status: StageStatus.Completed }, listen: { status: StageStatus.Waiting } },
    });
    expect(await account()).toEqual({ available: 99_000, held: 0, holds: [] });
    expect(await count(Cluster, { failure: null, status: ClusterStatus.New })).toBe(3);
    const rows = await rowsOf(engine, run);
    expect(rows.at(-1)).toMatchObject({
      level: ActivityLevel.Error,
      message: expect.stringContaining(message),
    });
    expect(await differences()).toEqual([]);
  });

  it.each(['inWork', 'inSave'] as const)('that is a bug shows nothing of its inside (%s)', async (half) => {
    const { start } = await app.site(1);
    toys.shout[half] = () => {
      throw new TypeError('password=hunter2 is undefined at /srv/app.ts:7');
    };
    const run = await app.worked(await start());
    expect(run.error).toEqual({
      code: 'UNEXPECTED',
      message:
        'Something unexpected went wrong in the stage "shout". The server\'s log has the details; resume the run to try again.',
      stage: 'shout',
    });
    expect(JSON.stringify([run, await rowsOf(engine, run)])).not.toMatch(/hunter2|app\.ts/);
  });

  it('within `save` leaves nothing of the batch behind but the answer that was paid for', async () => {
    const { start, count, charges, account } = await app.site(3, { credits: 100 });
    toys.shout.inSave = () => {
      throw new TypeError('a bug');
    };
    const run = await app.worked(await start());
    expect(await count(Cluster)).toBe(0);
    expect(await count(Keyword, { status: KeywordStatus.New, failure: null })).toBe(3);
    expect(await charges()).toEqual([]);
    expect(await account()).toEqual({ available: 100_000, held: 0, holds: [] });
    expect(run.stages.shout).toMatchObject({ processed: 0, batches: 0, counters: {} });
    expect(await eventsOf(engine, run, 'batch.completed')).toEqual([]);
    const accepted = { run: run._id, status: AiCallStatus.Accepted };
    expect(await database.of(AiCall).countDocuments(accepted)).toBe(1);
  });

  it('lets the batches beside it commit what they have paid for', async () => {
    const { start, charges } = await app.site(4, settings(1, 4));
    const barrier = makeBarrier();
    toys.shout.inWork = async ({ index }) => {
      void barrier.pass();
      await barrier.reached(4);
      if (index === 1) throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Failed, stages: { shout: { processed: 3 } } });
    expect(await charges()).toEqual([1_000, 1_000, 1_000]);
    expect(await differences()).toEqual([]);
  });
});
