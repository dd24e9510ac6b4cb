import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { audit } from '../../server/credits/audit.ts';
import { waitingFilter } from '../../server/engine/waiting.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database, registry } = app.engine;
const runStage = `mutation ($input: RunStageInput!) {
  runStage(input: $input) { run { id itemIds isOfChosen stages { key } } }
}`;
const estimate = `query ($siteId: ObjectID!, $chosen: StageItemsInput) {
  estimateRun(siteId: $siteId, chosen: $chosen) { credits { expected } stages { key waiting } }
}`;
const entries = `query ($filter: CreditEntryFilter) { creditEntries(filter: $filter) { nodes { kind amount } } }`;
const phrases = ['espresso machine', 'best espresso machine', 'cold brew ratio', 'cold brew jar', 'tea pot'];

/** The plan's functions of the AI in their order, each with how many items are chosen and what that costs. */
const functions = [
  ['cluster-keywords', 4, 1],
  ['generate-ideas', 1, 2],
  ['queue-tasks', 2, 0],
  ['generate-content', 1, 2],
  ['generate-image-prompts', 1, 2],
  ['generate-images', 1, 2],
] as const;

async function scene() {
  const site = await makeSite(database);
  await makeKeywords(database, site, phrases);
  const ask = app.as(await app.program(site.account));
  const waitingFor = async (key: string) => {
    const stage = registry.get(key);
    const items = database.of<PipelineItem>(stage.item);
    const found = await items.find(waitingFilter(stage, { site: site._id }), { sort: { _id: 1 } }).toArray();
    return found.map(({ _id }) => _id.toHexString());
  };
  const run = (stage: string, ids: readonly string[], idempotencyKey: string) =>
    ask(runStage, { input: { siteId: site._id, stage, ids, idempotencyKey } });
  return { site, ask, waitingFor, run };
}

describe('the six functions of the AI', () => {
  it('each take the chosen items, and no others, through their stage by a run with its own charges', async () => {
    const { ask, waitingFor, run } = await scene();
    app.startWorker();
    for (const [stage, count, credits] of functions) {
      const waiting = await waitingFor(stage);
      const ids = waiting.slice(0, count);
      expect([stage, ids.length]).toEqual([stage, count]);
      const { data, errors } = await run(stage, ids, stage);
      expect(errors).toBeUndefined();
      const { id, stages, itemIds } = data.runStage.run;
      expect([stages, itemIds]).toEqual([[{ key: stage }], ids]);
      const ended = await app.settled(new ObjectId(id as string));
      expect(ended).toMatchObject({
        status: 'completed',
        stages: { [stage]: { processed: count, failed: 0 } },
      });
      expect([stage, ended.creditsUsed]).toEqual([stage, credits * 1_000]);
      expect(await waitingFor(stage)).toEqual(waiting.slice(count));
      const charged = await ask(entries, { filter: { runId: id, kind: 'CHARGE' } });
      const nodes: { amount: number }[] = charged.data.creditEntries.nodes;
      expect(nodes.reduce((sum, { amount }) => sum - amount, 0)).toBe(credits);
    }
    expect((await audit(database)).differences).toEqual([]);
  });

  it('hold their site: of two at once, one is refused and told which run is at work', async () => {
    const { waitingFor, run } = await scene();
    const [first = '', second = ''] = await waitingFor('cluster-keywords');
    const { data } = await run('cluster-keywords', [first], 'one');
    const { errors } = await run('cluster-keywords', [second], 'two');
    const { code, details } = errors?.[0]?.extensions ?? {};
    expect([code, details]).toEqual([
      'RUN_ALREADY_ACTIVE',
      expect.objectContaining({ id: data.runStage.run.id }),
    ]);
  });

  it('take all that a filter finds, more than can be named by ids, and nothing else', async () => {
    const { site, ask, waitingFor } = await scene();
    const cluster = await pipelineOf(database, site).cluster();
    await makeKeywords(database, site, numbered(1_001, 'burr grinder'));
    const disabled = { site: site._id, phrase: 'burr grinder 7' };
    await database.of(Keyword).updateOne(disabled, { $set: { disabled: true } });
    const filter = { keywords: { search: 'burr', status: 'NEW' } };
    const chosen = { stage: 'cluster-keywords', filter };
    const { data } = await ask(estimate, { siteId: site._id, chosen });
    expect(data.estimateRun).toMatchObject({ credits: { expected: 200 }, stages: [{ waiting: 1_000 }] });
    const input = { siteId: site._id, ...chosen, idempotencyKey: 'burr' };
    const { data: started } = await ask(runStage, { input });
    const { id, itemIds, isOfChosen } = started.runStage.run;
    expect([itemIds, isOfChosen]).toEqual([null, true]);
    // Asked anew when it is worked on: what matches no longer is left where it is.
    const changed = { site: site._id, phrase: 'burr grinder 8' };
    await database
      .of(Keyword)
      .updateOne(changed, { $set: { cluster: cluster._id, status: KeywordStatus.Mapped } });
    app.startWorker();
    const ended = await app.settled(new ObjectId(id as string));
    expect(ended).toMatchObject({ status: 'completed', stages: { 'cluster-keywords': { processed: 999 } } });
    expect(await waitingFor('cluster-keywords')).toHaveLength(phrases.length);
    const again = await ask(runStage, { input: { ...input, idempotencyKey: 'again' } });
    expect(again.errors?.[0]?.extensions.code).toBe('ITEMS_NOT_WAITING');
  });

  it('are refused without either ids or a filter of what they work on', async () => {
    const { site, ask, waitingFor } = await scene();
    const ids = await waitingFor('cluster-keywords');
    const keywords = { search: 'burr' };
    const problemOf = async (items: object) => {
      const input = { siteId: site._id, stage: 'cluster-keywords', idempotencyKey: 'x', ...items };
      const { errors } = await ask(runStage, { input });
      return errors?.[0]?.extensions.details;
    };
    const told = (path: string, problem: string) => ({ problems: [{ path, problem }] });
    const notBoth = told('ids', 'must be given, or a filter, and not both');
    expect(await problemOf({})).toEqual(notBoth);
    expect(await problemOf({ ids, filter: { keywords } })).toEqual(notBoth);
    const ofStage = told('filter', 'must be of what the stage works on, and no other: Keyword');
    expect(await problemOf({ filter: { ideas: {} } })).toEqual(ofStage);
    expect(await problemOf({ filter: { keywords, ideas: {} } })).toEqual(ofStage);
    expect(await problemOf({ filter: {} })).toEqual(ofStage);
  });
});
