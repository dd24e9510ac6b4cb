import { describe, expect, it } from 'vitest';
import generateIdeas from '../../plugins/generate-ideas/index.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Idea } from '../../schema/idea.ts';
import { nearestOf } from '../../server/ai/likeness.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { fails, openFaultServer, says } from '../support/fault-server.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { providersOf } from '../support/provider-tools.ts';

const server = await openFaultServer();
const { embedding } = providersOf({
  keys: { openai: 'sk-embed-0123456789' },
  baseUrls: { openai: server.url },
  text: [{ provider: 'openai', model: 'gpt-6-sol' }],
  image: [],
});
const app = await openTestApp({
  stages: [generateIdeas],
  parts: {
    providers: server.questions.noting({ ...providersOf(server.choice()), ...(embedding && { embedding }) }),
  },
});
const { database } = app.engine;
app.startWorker(1);

/** Plans three articles of a cluster, on a site that has one idea already. */
async function planned() {
  const site = await makeSite(database);
  const make = pipelineOf(database, site);
  const cluster = await make.cluster({ name: 'Kettles', ideaCount: 1 });
  await make.idea({ title: 'Choosing a Kettle', cluster: cluster._id });
  const stages = { 'generate-ideas': { ideasPerCluster: 3 } };
  const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
  await database.of(AutomationConfig).insertOne(config);
  const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  expect(await app.settled(_id)).toMatchObject({ status: RunStatus.Completed, error: null });
  const made = await database
    .of(Idea)
    .find({ site: site._id, madeWith: { $ne: null } })
    .toArray();
  const calls = await database
    .of(AiCall)
    .find({ run: _id }, { sort: { _id: 1 } })
    .toArray();
  return {
    titles: made.map(({ title }) => title),
    comparison: calls.find(({ purpose }) => purpose === 'same-topic'),
  };
}

describe('ideas that say the same in other words', () => {
  it('are left out before an article is paid for, as embeddings tell', async () => {
    server.meaningOf = () => 'how to choose a kettle';
    expect((await planned()).titles).toEqual([]);
    const seen: string[] = [];
    server.meaningOf = (text) => {
      seen.push(text);
      // Of the three, the second says what the first does.
      return seen.length === 3 ? (seen[1] ?? '') : text;
    };
    expect((await planned()).titles).toHaveLength(2);
    expect(seen[0]).toBe('Choosing a Kettle');
  });

  it('are compared by a call that is journaled and paid for as any other', async () => {
    const { titles, comparison } = await planned();
    expect(titles).toHaveLength(3);
    expect(comparison).toMatchObject({
      status: AiCallStatus.Accepted,
      provider: 'openai',
      model: 'text-embedding-3-small',
      tokensIn: 1_000,
      reply: [{ isSame: false }, { isSame: false }, { isSame: false }],
    });
    expect(comparison?.costUsd).toBeCloseTo(0.00002, 9);
  });

  it('are told by their words alone where embeddings cannot be had, and the run goes on', async () => {
    server.meaningOf = () => 'all one';
    server.behave(says(), fails(404, { code: 'model_not_found' }));
    const { titles, comparison } = await planned();
    expect(titles).toHaveLength(3);
    expect(comparison).toMatchObject({ status: AiCallStatus.Failed, faultCode: 'AI_NO_SUCH_MODEL' });
  });
});

describe('the nearest of other texts', () => {
  it('is told for each, the texts before it included, and from where on it is the same', () => {
    const vectors = [
      [1, 0],
      [0.8, 0.6],
      [0, 1],
      [0, 2],
    ];
    const found = nearestOf({ others: ['a', 'b'], texts: ['c', 'd'] }, vectors, { sameFrom: 0.9 });
    expect(found).toEqual([
      { nearest: 'b', likeness: 0.6, isSame: false },
      { nearest: 'c', likeness: 1, isSame: true },
    ]);
  });
});

describe('embeddings', () => {
  const of = (provider: 'openai' | 'google' | 'anthropic') =>
    providersOf({
      keys: { [provider]: 'a-key-0123456789' },
      baseUrls: { [provider]: server.url },
      text: [{ provider, model: 'a-writer' }],
      image: [],
    }).embedding;

  it.each(['openai', 'google'] as const)(
    'of %s come as it sends them, one for each text, in order',
    async (name) => {
      const texts = ['cold brew', 'flat white', 'cold brew'];
      const reply = await of(name)?.embed(texts, { signal: new AbortController().signal });
      const found = nearestOf({ texts, others: [] }, reply?.vectors ?? [], { sameFrom: 0.99 });
      expect(found.map(({ isSame }) => isSame)).toEqual([false, false, true]);
      expect(reply).toMatchObject({ isPriced: true });
      expect(reply?.tokensIn).toBeGreaterThan(0);
      expect(reply?.costUsd).toBeGreaterThan(0);
    },
  );

  it('are not asked of those that have none, nor of a gateway, whose models nobody knows', () => {
    expect(of('anthropic')).toBeUndefined();
    expect(providersOf(server.choice()).embedding).toBeUndefined();
  });
});
