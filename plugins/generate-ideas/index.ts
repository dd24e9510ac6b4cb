import { defineStage, type MadeWith } from '#stage';
import { counted } from '../../language/counted.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Idea } from '../../schema/idea.ts';
import { Keyword } from '../../schema/keyword.ts';
import { siteFacts } from '../../schema/site-facts.ts';
import { ideasCalls } from './foreseen.ts';
import { type IdeaDraft, withOwnKeywords } from './idea-draft.ts';
import { nearest, nearTitles } from './near-ideas.ts';
import { newToSite } from './new-to-site.ts';
import { ideasCall } from './prompt.ts';
import { type Repeat, withoutRepeats } from './repeats.ts';
import { ideasOfCluster, settings } from './settings.ts';

/** Phrases of a cluster that are offered to the call, the most searched first. */
const offeredKeywords = 100;

/** What a cluster's call came to. */
interface Plan {
  readonly ideas: readonly IdeaDraft[];
  readonly repeats: readonly Repeat[];
  readonly madeWith: MadeWith;
}

/** Stage 2: plans the articles of each cluster. */
export default defineStage({
  key: 'generate-ideas',
  title: 'Clusters → Ideas',
  kind: 'ai',
  settings,
  item: Cluster,
  nouns: { one: 'cluster', many: 'clusters' },
  waiting: { status: ClusterStatus.New },
  label: (cluster) => cluster.name,
  opening: ({ items }) =>
    items.length === 1
      ? `Generating ideas for cluster: ${items[0]?.name}`
      : `Generating ideas for clusters: ${items.map(({ name }) => name).join(', ')}`,
  phases: { PREP: 'Collecting keywords and ideas', AI_CALL: 'AI planning articles', SAVE: 'Saving ideas' },
  forecast: (items, settings, rates) => ({
    usage: [{ kind: 'clusters', count: items }],
    produces: { ideas: Math.round(items * ideasOfCluster(settings, rates)) },
  }),
  // As the plan has it.
  usualMs: 60_000,
  calls: ideasCalls,

  async work(batch, context) {
    const { language } = context.site;
    const planned: (Plan & { cluster: string })[] = [];
    for (const [position, cluster] of batch.items.entries()) {
      const keywords = await context
        .read(Keyword)
        .find({ cluster: cluster._id }, { sort: { _id: 1 }, limit: offeredKeywords });
      const offered = keywords
        .filter(({ disabled }) => !disabled)
        .map(({ phrase, volume, intent }) => ({ phrase, volume, ...(intent !== null && { intent }) }))
        .sort((a, b) => (b.volume ?? 0) - (a.volume ?? 0));
      const phrases = offered.map(({ phrase }) => phrase);
      const text = [cluster.name, ...phrases].join(' ');
      const near = await nearTitles(cluster, text, context);
      const ofThisBatch = planned.flatMap(({ ideas }) => ideas.map(({ title }) => title));
      const input = {
        site: siteFacts(context.site, context.ai.isOffline),
        cluster: { name: cluster.name, description: cluster.description },
        keywords: offered,
        count: context.settings.ideasPerCluster,
        existing: nearest([...ofThisBatch, ...near], text, language),
      };
      const { ideas } = await context.ai.text(ideasCall, input, position);
      const { told, repeats } = await withoutRepeats(ideas, input.existing, context.ai, position);
      planned.push({
        cluster: cluster._id.toHexString(),
        ideas: withOwnKeywords(told, input),
        repeats,
        madeWith: context.ai.madeWith(ideasCall, position),
      });
    }
    return planned;
  },

  async save(planned, batch, context) {
    const planOf = new Map(planned.map((plan) => [plan.cluster, plan]));
    let ideasCreated = 0;
    const notes: string[] = [];
    for (const cluster of batch.items) {
      const { ideas = [], repeats = [], madeWith = null } = planOf.get(cluster._id.toHexString()) ?? {};
      for (const { title, of } of repeats) notes.push(`Left out, it says the same as "${of}": ${title}`);
      const { added, leftOut } = await newToSite(ideas, context);
      for (const { title } of leftOut) notes.push(`Left out, the site has it already: ${title}`);
      await context.in(Idea).insert(added.map((idea) => ({ ...idea, madeWith, cluster: cluster._id })));
      await context
        .in(Cluster)
        .updateOne(
          { _id: cluster._id },
          { $set: { status: ClusterStatus.Mapped }, $inc: { ideaCount: added.length } },
        );
      ideasCreated += added.length;
      notes.push(...added.map(({ title }) => `Idea: ${title}`));
    }
    const [only, ...others] = batch.items;
    const message = `${counted(ideasCreated, 'idea', 'ideas')} created`;
    return {
      counters: { clustersProcessed: batch.items.length, ideasCreated },
      usage: [{ kind: 'clusters', count: batch.items.length }],
      message,
      ...(only && others.length === 0 && { closing: `Cluster '${only.name}' complete: ${message}` }),
      notes,
    };
  },
});
