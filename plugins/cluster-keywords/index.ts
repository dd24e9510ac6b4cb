import { z } from 'zod';
import { type Batch, defineStage, type MadeWith, type StageSettings, type WorkContext } from '#stage';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { keywordsAhead } from './ahead.ts';
import { askToSort } from './asking.ts';
import { clusteringCalls } from './foreseen.ts';
import { type ClusterWithPhrases, clustersNear, refOf } from './offered.ts';
import { type ClusteringInput, type ClusteringReply, clusteringCall } from './prompt.ts';
import { type KeywordGroup, placeGroup, stillWaiting, summaryOf } from './saving.ts';

/** Stage 1: sorts new keywords into the topics that they ask about. */
export default defineStage<Keyword, KeywordGroup[], StageSettings>({
  key: 'cluster-keywords',
  title: 'Keywords → Clusters',
  kind: 'ai',
  settings: z.object({
    batchSize: z.int().min(1).max(20).default(20).describe('Keywords per batch'),
    /** Batches at work at once cannot see each other's new clusters: more than 1 is faster and makes more of them. */
    parallel: z.int().min(1).max(4).default(1).describe('Batches in parallel'),
  }),
  item: Keyword,
  nouns: { one: 'keyword', many: 'keywords' },
  waiting: { status: KeywordStatus.New, cluster: null },
  label: ({ phrase }) => phrase,
  phases: {
    PREP: 'Loading keywords and nearby clusters',
    AI_CALL: 'AI analyzing keywords',
    PARSE: 'Checking clusters',
    SAVE: 'Creating clusters',
  },

  forecast: (items, { batchSize }, { keywordsPerCluster }) => ({
    usage: Array.from({ length: Math.ceil(items / batchSize) }, (_, index) => ({
      kind: 'keywords',
      count: Math.min(batchSize, items - index * batchSize),
    })),
    produces: { clusters: Math.ceil(items / keywordsPerCluster) },
  }),

  // As the plan has it: 50 s for a batch of 20.
  usualMs: 2_500,
  calls: clusteringCalls,

  async work(batch, context) {
    const near = await clustersNear(batch, context);
    const ahead = await keywordsAhead(batch, context);
    const reply = await askToSort({ ...inputOf(batch, near, context), ahead }, context.ai);
    return groupsOf(reply, batch, near, context.ai.madeWith(clusteringCall));
  },

  async save(groups, batch, context) {
    const placed = [];
    for (const group of stillWaiting(groups, batch.items)) placed.push(await placeGroup(group, context));
    return summaryOf(placed);
  },
});

function inputOf(
  batch: Batch<Keyword>,
  near: readonly ClusterWithPhrases[],
  { site }: WorkContext<StageSettings>,
): Omit<ClusteringInput, 'ahead'> {
  return {
    site: site.name,
    language: site.language,
    country: site.country,
    audience: site.audience,
    keywords: batch.items.map(({ phrase }) => phrase),
    offered: near.map(({ cluster, phrases }, index) => ({ ref: refOf(index), name: cluster.name, phrases })),
  };
}

/** An accepted reply's numbers and references, read as the keywords and clusters they stand for. */
function groupsOf(
  reply: ClusteringReply,
  batch: Batch<Keyword>,
  near: readonly ClusterWithPhrases[],
  madeWith: MadeWith,
): KeywordGroup[] {
  const byRef = new Map(near.map(({ cluster }, index) => [refOf(index), cluster]));
  return reply.clusters.map(({ join, name, description, keywords }) => {
    const joined = join === null ? undefined : byRef.get(join);
    return {
      join: joined?._id ?? null,
      name: joined?.name ?? name,
      description,
      madeWith,
      keywords: keywords.flatMap((number) => batch.items[number - 1]?._id ?? []),
    };
  });
}
