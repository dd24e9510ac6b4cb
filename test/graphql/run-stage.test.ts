import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { audit } from '../../server/credits/audit.ts';
import { waitingFilter } from '../../server/engine/waiting.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const app = await openTestApi();
const { database, registry } = app.engine;
const runStage = `mutation ($input: RunStageInput!) {
  runStage(input: $input) { run { id itemIds stages { key } } }
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
  return { ask, waitingFor, run };
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
});
