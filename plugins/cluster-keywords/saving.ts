import { ObjectId } from 'mongodb';
import type { MadeWith, SaveContext, Summary } from '#stage';
import { counted } from '../../language/counted.ts';
import { clusterTerms, maxClusterTerms } from '../../language/topic-terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';

/** Keywords that an accepted reply took together. */
export interface KeywordGroup {
  /** The existing cluster they join, or null for a new one. */
  readonly join: ObjectId | null;
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly ObjectId[];
  /** What took them together. */
  readonly madeWith: MadeWith;
}

/** A group with those of its keywords that still wait. */
export interface WaitingGroup extends Omit<KeywordGroup, 'keywords'> {
  readonly keywords: readonly Keyword[];
}

/** What became of a group. */
export interface PlacedGroup {
  readonly name: string;
  readonly isNew: boolean;
  readonly keywordCount: number;
}

/** Groups reduced to the keywords that still wait; groups left empty are gone. */
export function stillWaiting(groups: readonly KeywordGroup[], items: readonly Keyword[]): WaitingGroup[] {
  const byId = new Map(items.map((keyword) => [keyword._id.toHexString(), keyword]));
  return groups.flatMap((group) => {
    const keywords = group.keywords.flatMap((id) => byId.get(id.toHexString()) ?? []);
    return keywords.length === 0 ? [] : [{ ...group, keywords }];
  });
}

/** Puts a group's keywords into the cluster they join, or into a new one. */
export async function placeGroup(group: WaitingGroup, context: SaveContext<unknown>): Promise<PlacedGroup> {
  const joined = await joinCluster(group, context);
  const cluster = joined ?? (await createCluster(group, context));
  await context.in(Keyword).update(
    { _id: { $in: group.keywords.map(({ _id }) => _id) } },
    {
      $set: { cluster: cluster._id, status: KeywordStatus.Mapped },
      $currentDate: { updatedAt: true },
    },
  );
  return { name: cluster.name, isNew: joined === null, keywordCount: group.keywords.length };
}

/**
 * Counts up the cluster that a group joins, where it is still there, or else one of the same name, which a batch
 * that worked at the same time may have made. Null where there is neither.
 */
async function joinCluster(group: WaitingGroup, context: SaveContext<unknown>): Promise<Cluster | null> {
  const clusters = context.in(Cluster);
  // Terms come from outside and may begin with `$`: literal, or they would be read as fields.
  const terms = { $setUnion: ['$terms', { $literal: termsOf(group, context) }] };
  const grown = [
    {
      $set: {
        keywordCount: { $add: ['$keywordCount', group.keywords.length] },
        terms: { $slice: [terms, maxClusterTerms] },
        updatedAt: '$$NOW',
      },
    },
  ];
  const joined = group.join && (await clusters.updateOne({ _id: group.join, disabled: false }, grown));
  return joined ?? clusters.updateOne({ name: group.name, disabled: false }, grown);
}

async function createCluster(
  group: WaitingGroup,
  context: SaveContext<unknown>,
): Promise<Pick<Cluster, '_id' | 'name'>> {
  const cluster = {
    _id: new ObjectId(),
    name: group.name,
    description: group.description === '' ? null : group.description,
    keywordCount: group.keywords.length,
    terms: termsOf(group, context),
    madeWith: group.madeWith,
  };
  await context.in(Cluster).insert([cluster]);
  return cluster;
}

function termsOf(group: WaitingGroup, { site }: SaveContext<unknown>): string[] {
  const phrases = group.keywords.map(({ phrase }) => phrase);
  return clusterTerms(group.name, phrases, site.language);
}

/** What the log and the ledger are told of a batch. */
export function summaryOf(placed: readonly PlacedGroup[]): Summary {
  const created = placed.filter(({ isNew }) => isNew).map(({ name }) => JSON.stringify(name));
  const joined = placed
    .filter(({ isNew }) => !isNew)
    .map(({ name, keywordCount }) => `${JSON.stringify(name)} +${keywordCount}`);
  const keywordCount = placed.reduce((sum, group) => sum + group.keywordCount, 0);
  return {
    counters: { keywordsProcessed: keywordCount, clustersCreated: created.length, batches: 1 },
    usage: [{ kind: 'keywords', count: keywordCount }],
    message: `${counted(created.length, 'cluster', 'clusters')} created`,
    notes: [
      ...(created.length > 0 ? [`Clusters: [${created.join(', ')}]`] : []),
      ...(joined.length > 0 ? [`Joined: [${joined.join(', ')}]`] : []),
    ],
  };
}
