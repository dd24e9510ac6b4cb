import { normalisePhrase } from '../../schema/phrase.ts';
import { type Group, mergeGroups } from './linkage.ts';
import { nameOf } from './naming.ts';
import type { ClusteringInput, ClusteringReply } from './prompt.ts';
import { vectorsOf } from './vectors.ts';

/** How alike two groups must be to become one (0–1). Found on the labelled sets of the tests. */
const threshold = 0.4;

type ReplyCluster = ClusteringReply['clusters'][number];

/**
 * Clusters by the words alone: TF-IDF over the batch, the offered clusters' phrases and those still to come, average
 * linkage that starts from the offered clusters. Those to come help to find a topic and its name. The same input gets the same answer, and it passes `faultOf`.
 */
export function clusterOffline(input: ClusteringInput): ClusteringReply {
  const { keywords, offered, ahead, language } = input;
  // A cluster without keywords, made by hand, is known by its name alone.
  const known = offered.map(({ name, phrases }) => (phrases.length > 0 ? phrases : [name]));
  // Those to sort come first, then what tells how: by that order each is known again.
  const loose = [...keywords, ...ahead];
  const phrases = [...loose, ...known.flat()];
  const groups = startingGroups(loose.length, known);
  const merged = mergeGroups(groups, vectorsOf(phrases, language), threshold);
  const clusters = merged.flatMap((group): ReplyCluster[] => {
    const numbers = group.members.filter((at) => at < keywords.length).map((at) => at + 1);
    if (numbers.length === 0) return [];
    const joined = group.fixed === undefined ? undefined : offered[group.fixed];
    const members = numbers.map((number) => keywords[number - 1] ?? '');
    const alike = loose.filter((_, at) => group.members.includes(at));
    const others = loose.filter((_, at) => !group.members.includes(at));
    const name = joined?.name ?? nameOf(alike, others, language);
    return [{ join: joined?.ref ?? null, name, description: describe(members), keywords: numbers }];
  });
  return { clusters: joinByName(clusters, input) };
}

function startingGroups(count: number, known: readonly (readonly string[])[]): Group[] {
  const groups: Group[] = Array.from({ length: count }, (_, at) => ({ members: [at], fixed: undefined }));
  let next = count;
  known.forEach((phrases, fixed) => {
    groups.push({ members: phrases.map((_, at) => next + at), fixed });
    next += phrases.length;
  });
  return groups;
}

/** Two clusters of one name are one cluster, and a new one named like an offered one joins it. */
function joinByName(clusters: readonly ReplyCluster[], input: ClusteringInput): ReplyCluster[] {
  const refs = new Map(input.offered.map(({ name, ref }) => [normalisePhrase(name), ref]));
  const byTarget = new Map<string, ReplyCluster>();
  for (const cluster of clusters) {
    const name = normalisePhrase(cluster.name);
    const join = cluster.join ?? refs.get(name) ?? null;
    const target = join === null ? `new ${name}` : `known ${join}`;
    const same = byTarget.get(target);
    const keywords = [...(same?.keywords ?? []), ...cluster.keywords].sort((a, b) => a - b);
    byTarget.set(target, { ...(same ?? cluster), join, keywords });
  }
  return [...byTarget.values()];
}

/** No sentence, so that it suits every language: the first keywords. At most 300 characters. */
function describe(phrases: readonly string[]): string {
  return phrases.slice(0, 3).join(' · ').slice(0, 300).trim();
}
