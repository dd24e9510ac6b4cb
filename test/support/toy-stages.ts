/** A pipeline of three small stages over keywords and clusters, with handles for a test to hold, break and watch. */
import { z } from 'zod';
import type { AnyStage, Batch, PipelineItem, TextCall, Usage, WorkContext } from '#stage';
import { defineStage } from '#stage';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';

interface ToySettings {
  batchSize: number;
  parallel: number;
  /** Part of the question that the AI is asked. */
  loudness: number;
  isOn: boolean;
}

/** What a test may do to a stage. Each handle is called before the stage does its own. */
interface ToyHandles {
  inWork: (batch: Batch<PipelineItem>, context: WorkContext<ToySettings>) => unknown;
  inSave: (batch: Batch<PipelineItem>) => unknown;
  /** Replaces what a batch is charged for. */
  usage: ((items: number) => Usage[]) | undefined;
  /** True makes `save` forget its items: they keep waiting. */
  forgets: boolean;
}

export interface Toys {
  /** Keyword new → mapped; each makes a cluster. One call and 1 credit per five keywords, in batches of 20. */
  readonly shout: ToyHandles;
  /** Cluster new → mapped. Two calls and 2 credits each, one by one. */
  readonly echo: ToyHandles;
  /** `shout`, `echo` and the gate `listen`, which counts mapped clusters. */
  readonly stages: readonly AnyStage[];
  reset(): void;
}

export function makeToys(): Toys {
  const shout = idle();
  const echo = idle();
  return {
    shout,
    echo,
    stages: [shoutStage(shout), echoStage(echo), listenStage],
    reset() {
      Object.assign(shout, idle());
      Object.assign(echo, idle());
    },
  };
}

function idle(): ToyHandles {
  return { inWork: () => undefined, inSave: () => undefined, usage: undefined, forgets: false };
}

function settings(batchSize: number) {
  return z.object({
    batchSize: z.int().min(1).max(100).default(batchSize),
    parallel: z.int().min(1).max(8).default(1),
    loudness: z.int().min(1).max(9).default(1),
    isOn: z.boolean().default(true),
  });
}

interface Words {
  readonly phrases: readonly string[];
  readonly loudness: number;
}

const shoutCall: TextCall<Words, { shouted: string[] }> = {
  purpose: 'shout',
  promptVersion: '1',
  prompt: ({ phrases }) => ({ system: 'Shout.', user: phrases.join('\n') }),
  schema: z.object({ shouted: z.array(z.string().min(1)) }),
  fault: (reply, { phrases }) =>
    reply.shouted.length === phrases.length ? undefined : `Shout ${phrases.length} phrases.`,
  offline: ({ phrases, loudness }) => ({
    shouted: phrases.map((phrase) => phrase.toUpperCase() + '!'.repeat(loudness)),
  }),
};

const echoCall: TextCall<Words, { echo: string }> = {
  purpose: 'echo',
  promptVersion: '1',
  prompt: ({ phrases }) => ({ system: 'Echo.', user: phrases.join('\n') }),
  schema: z.object({ echo: z.string() }),
  offline: ({ phrases }) => ({ echo: phrases.join(' … ') }),
};

function shoutStage(handles: ToyHandles): AnyStage {
  return defineStage<Keyword, ReadonlyMap<string, string>, ToySettings>({
    key: 'shout',
    title: 'Keywords → Shouts',
    kind: 'ai',
    settings: settings(20),
    item: Keyword,
    nouns: { one: 'keyword', many: 'keywords' },
    waiting: { status: KeywordStatus.New },
    when: ({ isOn }) => isOn,
    label: ({ phrase }) => phrase,
    forecast: (items, { batchSize }) => ({
      usage: Array.from({ length: Math.ceil(items / batchSize) }, (_, index) => ({
        kind: 'keywords',
        count: Math.min(batchSize, items - index * batchSize),
      })),
      produces: { clusters: items },
    }),
    async work(batch, context) {
      await handles.inWork(batch, context);
      const phrases = batch.items.map(({ phrase }) => phrase);
      const { loudness } = context.settings;
      const { shouted } = await context.ai.text(shoutCall, { phrases, loudness });
      return new Map(batch.items.map(({ _id }, nth) => [_id.toHexString(), shouted[nth] ?? '']));
    },
    async save(shouts, batch, context) {
      const { items } = batch;
      await context
        .in(Cluster)
        .insert(items.map(({ _id }) => ({ name: shouts.get(_id.toHexString()) ?? '', keywordCount: 1 })));
      for (const { _id } of handles.forgets ? [] : items) {
        await context.in(Keyword).updateOne({ _id }, { $set: { status: KeywordStatus.Mapped } });
      }
      await handles.inSave(batch);
      return {
        counters: { keywordsProcessed: items.length, clustersCreated: items.length, batches: 1 },
        usage: handles.usage?.(items.length) ?? [{ kind: 'keywords', count: items.length }],
        message: `${items.length} shouted`,
      };
    },
  });
}

function echoStage(handles: ToyHandles): AnyStage {
  return defineStage<Cluster, null, ToySettings>({
    key: 'echo',
    title: 'Shouts → Echoes',
    kind: 'ai',
    settings: settings(1),
    item: Cluster,
    nouns: { one: 'cluster', many: 'clusters' },
    waiting: { status: ClusterStatus.New },
    when: ({ isOn }) => isOn,
    label: ({ name }) => name,
    forecast: (items) => ({ usage: [{ kind: 'clusters', count: items }], produces: {} }),
    async work(batch, context) {
      await handles.inWork(batch, context);
      const phrases = batch.items.map(({ name }) => name);
      const { loudness } = context.settings;
      for (const index of [0, 1]) await context.ai.text(echoCall, { phrases, loudness }, index);
      return null;
    },
    async save(_, batch, context) {
      const { items } = batch;
      const done = { _id: { $in: handles.forgets ? [] : items.map(({ _id }) => _id) } };
      await context.in(Cluster).update(done, { $set: { status: ClusterStatus.Mapped } });
      await handles.inSave(batch);
      return {
        counters: { clustersProcessed: items.length },
        usage: handles.usage?.(items.length) ?? [{ kind: 'clusters', count: items.length }],
        message: `${items.length} echoed`,
      };
    },
  });
}

const listenStage: AnyStage = defineStage<Cluster, null, ToySettings>({
  key: 'listen',
  title: 'Echoes → Ears',
  kind: 'gate',
  settings: settings(1),
  item: Cluster,
  nouns: { one: 'echo', many: 'echoes' },
  waiting: { status: ClusterStatus.Mapped },
  label: ({ name }) => name,
  forecast: () => ({ usage: [], produces: {} }),
  work: async () => null,
  save: async (_, { total }) => ({ counters: { readyForReview: total }, message: `${total} heard` }),
});
