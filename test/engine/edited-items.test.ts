import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { defaultTiming } from '../../server/engine/engine.ts';
import { errors } from '../../server/errors.ts';
import { eventsOf, openToyApp } from '../support/toy-app.ts';

const onlyShout = { to: 'shout' };
const oneByOne = { stages: { shout: { batchSize: 1 } } };
// Every page is old at once: what a page may be in age is not what these are about.
const app = await openToyApp({ timing: { ...defaultTiming, pollMs: 50, freshMs: 0 } });
const { database } = app.engine;
const keywords = database.of(Keyword);
const nthOf = (made: readonly Keyword[], nth: number) => ({ _id: made.at(nth - 1)?._id ?? new ObjectId() });
/** A person adds a word to each. */
async function edit(made: readonly Keyword[]) {
  for (const { _id, phrase, updatedAt } of made) {
    const later = new Date(updatedAt.getTime() + 1);
    await keywords.updateOne({ _id }, { $set: { phrase: `${phrase}, edited`, updatedAt: later } });
  }
}
const differences = async () => (await audit(database)).differences;

describe('an item that a person changes while its batch is at work', () => {
  it.each([
    ['disables', (_id: Keyword['_id']) => keywords.updateOne({ _id }, { $set: { disabled: true } })],
    ['deletes', (_id: Keyword['_id']) => keywords.deleteOne({ _id })],
    [
      'finishes',
      (_id: Keyword['_id']) => keywords.updateOne({ _id }, { $set: { status: KeywordStatus.Mapped } }),
    ],
  ])('is dropped when a person %s it: nothing saved, nothing charged', async (_, change) => {
    const { start, keywords, charges, count, account } = await app.site(['tea'], { credits: 10 });
    app.toys.shout.inWork = async () => {
      for (const { _id } of keywords) await change(_id);
    };
    const run = await app.worked(await start(onlyShout));
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 0 });
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Completed, processed: 0, batches: 0 });
    expect(await charges()).toEqual([]);
    expect(await count(Cluster)).toBe(0);
    expect(await account()).toMatchObject({ available: 10_000, held: 0 });
    expect(await eventsOf(app.engine, run, 'batch.dropped')).toHaveLength(1);
  });

  it('is dropped from among several, which are saved and charged without it', async () => {
    const { start, charges, count, keywords: made } = await app.site(6);
    app.toys.shout.inWork = () => keywords.updateOne(nthOf(made, 3), { $set: { disabled: true } });
    const run = await app.worked(await start(onlyShout));
    // Six cost 2 credits, five cost 1.
    expect(await charges()).toEqual([1_000]);
    expect(run.stages.shout).toMatchObject({ processed: 5, counters: { keywordsProcessed: 5 } });
    expect(await count(Keyword, { status: KeywordStatus.New })).toBe(1);
    expect(await count(Cluster)).toBe(5);
    expect(await differences()).toEqual([]);
  });

  it.each([
    ['several', 3, {}],
    ['one', 1, oneByOne],
  ])('is worked on anew when its text is edited, in a batch of %s', async (_, size, options) => {
    const { start, keywords: made, charges, count } = await app.site(size, options);
    app.toys.shout.inWork = ({ index }) => index === 1 && edit(made);
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Completed, processed: size, batches: 1 });
    expect(await eventsOf(app.engine, run, 'batch.dropped')).toHaveLength(1);
    expect(app.ai.calls.map(({ input }) => input)).toMatchObject([
      { phrases: made.map(({ phrase }) => phrase) },
      { phrases: made.map(({ phrase }) => `${phrase}, edited`) },
    ]);
    expect(await charges()).toEqual([1_000]);
    expect(await count(Cluster)).toBe(size);
    expect(await count(Cluster, { name: /, EDITED!$/ })).toBe(size);
    expect(await differences()).toEqual([]);
  });

  it('is worked on anew when its text is edited, without those beside it in its batch', async () => {
    const { start, keywords: made, charges, count } = await app.site(3);
    app.toys.shout.inWork = ({ index }) => index === 1 && edit(made.slice(1, 2));
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Completed, processed: 3, batches: 2 });
    expect(await charges()).toEqual([1_000, 1_000]);
    expect(await count(Cluster)).toBe(3);
    expect(await count(Cluster, { name: /, EDITED!$/ })).toBe(1);
    expect(await differences()).toEqual([]);
  });

  it('is not worked on at all when it was changed a while before its batch began', async () => {
    const { start, site, keywords: made, charges } = await app.site(3, oneByOne);
    app.toys.shout.inWork = ({ index }) =>
      index === 1 &&
      keywords.updateMany(
        { _id: { $gte: nthOf(made, 2)._id }, site: site._id },
        { $set: { disabled: true } },
      );
    await app.worked(await start(onlyShout));
    expect(app.ai.calls).toHaveLength(1);
    expect(await charges()).toEqual([1_000]);
  });
});

describe('an item that is put back by hand after it was processed', () => {
  it('is processed and charged once more in the same run, by an answer of its own', async () => {
    const { start, charges, keywords: made, count } = await app.site(3, oneByOne);
    app.toys.shout.inWork = ({ index }) =>
      index === 2 && keywords.updateOne(nthOf(made, 1), { $set: { status: KeywordStatus.New } });
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Completed, processed: 4 });
    expect(await charges()).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(await count(Cluster)).toBe(4);
    const entries = await database.of(CreditEntry).distinct('key', { run: run._id });
    expect(entries.filter((key) => key.endsWith(':2'))).toHaveLength(1);
    expect(await differences()).toEqual([]);
  });

  it('may fail once more in the same run, which does not end it', async () => {
    const { start, keywords: made, count } = await app.site(['bad', 'good', 'better'], oneByOne);
    app.ai.answer = ({ input }) => {
      if (JSON.stringify(input).includes('bad')) throw errors.aiRefused({ purpose: 'shout', reason: 'rude' });
    };
    app.toys.shout.inWork = ({ index }) =>
      index === 2 && keywords.updateOne(nthOf(made, 1), { $set: { failure: null } });
    const run = await app.worked(await start(onlyShout));
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(run.stages.shout).toMatchObject({ processed: 2, failed: 2 });
    expect(await count(Keyword, { 'failure.stage': 'shout' })).toBe(1);
    expect(await differences()).toEqual([]);
  });
});

describe('a stage that leaves an item waiting', () => {
  it('fails the run with STAGE_STALLED: nothing saved, nothing charged', async () => {
    const { start, charges, count, account, keywords: made } = await app.site(2, { credits: 10 });
    app.toys.shout.forgets = true;
    const run = await app.worked(await start());
    const first = made[0]?._id.toHexString();
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      active: false,
      error: {
        code: 'STAGE_STALLED',
        message: `The stage "shout" left 2 items waiting that it had processed, the first being ${first}. This is a bug in the stage's plugin: report it to its author.`,
        stage: 'shout',
      },
    });
    expect(await charges()).toEqual([]);
    expect(await count(Cluster)).toBe(0);
    expect(await account()).toMatchObject({ available: 10_000, held: 0 });
  });

  it('fails the run though others of the stage were saved, which stay', async () => {
    const { start, count } = await app.site(4);
    app.toys.echo.inWork = ({ index }) => {
      app.toys.echo.forgets = index === 3;
    };
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Failed, error: { code: 'STAGE_STALLED' } });
    expect(run.stages.echo).toMatchObject({ status: StageStatus.Failed, processed: 2 });
    expect(await count(Cluster, { status: ClusterStatus.Mapped })).toBe(2);
    expect(await differences()).toEqual([]);
  });
});
