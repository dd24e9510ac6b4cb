import { describe, expect, it } from 'vitest';
import { ActivityLevel } from '../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { allowedFailures } from '../../server/engine/failures.ts';
import { pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { numbered } from '../support/factory.ts';
import type { SeenCall } from '../support/scripted-ai.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const onlyShout = { to: 'shout' };
const app = await openToyApp();
const { engine, ai, toys } = app;
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
          'The AI provider "scripted" is unavailable: down for maintenance. Try again when it is back.',
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
        message: 'The AI refused "shout": rude. Change the item, then retry it.',
        run: run._id,
      },
    });
    const rows = await rowsOf(engine, run);
    const told = rows.find(({ event }) => event.type === 'item.failed');
    expect(told).toMatchObject({
      level: ActivityLevel.Error,
      message: `Stage 1: 'bad' failed - The AI refused "shout": rude. Change the item, then retry it.`,
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
      message: `The AI's answer to "shout" was unusable three times: Shout 1 phrases. Retry the item, or change it.`,
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
          '4 items failed in the stage "Keywords → Shouts", more than the 3 allowed. The last one: The AI refused "shout": rude. Change the item, then retry it.',
      },
      stages: { shout: { status: StageStatus.Failed, processed: 3, failed: 4 } },
      creditsUsed: 3_000,
    });
    expect((await charges()).filter((charge) => charge > 0)).toHaveLength(3);
    expect(await account()).toEqual({ available: 97_000, held: 0, holds: [] });
  });

  it.each([
    ['with nothing left to do', []],
    ['with more to do, of which nothing is asked', ['good 5', 'good 6']],
  ])('fail the run though its worker died before it saw that: %s', async (_, rest) => {
    const phrases = [...mixed(4).toReversed(), ...rest];
    const { start, site } = await app.site(phrases, { ...settings(1), maxFailedItems: 4 });
    refuse('bad');
    const { _id } = await start();
    toys.shout.inWork = ({ index }) => index === 8 && pauseRun(engine, _id, 'Ada');
    await app.worked({ _id });
    const left = await database.of(AutomationRun).findOne({ _id });
    expect(left?.stages.shout).toMatchObject({ processed: 4, failed: 4 });
    // As the dead worker leaves it: the fourth failure committed, and nobody has looked at the limit since.
    await database.of(AutomationRun).updateOne({ _id }, { $set: { maxFailedItems: 3 } });
    await resumeRun(engine, _id, 'Ada');
    const asked = ai.calls.length;
    expect(await app.worked({ _id })).toMatchObject({
      status: RunStatus.Failed,
      error: {
        code: 'TOO_MANY_FAILED_ITEMS',
        message:
          '4 items failed in the stage "Keywords → Shouts", more than the 3 allowed. The last one: The AI refused "shout": rude. Change the item, then retry it.',
      },
    });
    expect(ai.calls).toHaveLength(asked);
    expect(await database.of(Keyword).countDocuments({ site: site._id, status: KeywordStatus.Mapped })).toBe(
      4,
    );
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
