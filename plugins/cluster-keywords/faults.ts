import { normalisePhrase } from '../../schema/phrase.ts';
import type { ClusteringInput, ClusteringReply } from './prompt.ts';

/**
 * What is wrong with a reply, in a sentence by which its author can mend it; undefined where it may be trusted:
 * each keyword stands in exactly one cluster, and each cluster is either an offered one, named once, or new under
 * a name of its own.
 */
export function faultOf(reply: ClusteringReply, input: ClusteringInput): string | undefined {
  const faults = [...keywordFaults(reply, input), ...joinFaults(reply, input), ...nameFaults(reply, input)];
  return faults.length === 0 ? undefined : `${faults.join('; ')}.`;
}

function keywordFaults(reply: ClusteringReply, input: ClusteringInput): string[] {
  const count = input.keywords.length;
  const used = reply.clusters.flatMap((cluster) => cluster.keywords);
  const invented = used.filter((number) => !Number.isInteger(number) || number < 1 || number > count);
  const doubled = used.filter((number, index) => used.indexOf(number) < index);
  const missing = input.keywords.map((_, index) => index + 1).filter((number) => !used.includes(number));
  return [
    ...say(invented, (numbers) => `there is no keyword ${numbers}: use the numbers 1 to ${count} only`),
    ...say(doubled, (numbers) => `keyword ${numbers} stands more than once: put each in exactly one cluster`),
    ...say(missing, (numbers) => `keyword ${numbers} is in no cluster: put each in exactly one cluster`),
  ];
}

function joinFaults(reply: ClusteringReply, input: ClusteringInput): string[] {
  const offered = input.offered.map((cluster) => cluster.ref);
  const joined = reply.clusters.flatMap(({ join }) => (join === null ? [] : [join]));
  const unknown = joined.filter((ref) => !offered.includes(ref));
  const doubled = joined.filter((ref, index) => joined.indexOf(ref) < index && offered.includes(ref));
  const choice =
    offered.length === 0 ? 'use null' : `use one of ${offered.join(', ')}, or null for a new cluster`;
  return [
    ...say(unknown, (refs) => `there is no existing cluster ${refs}: ${choice}`),
    ...say(doubled, (refs) => `${refs} stands more than once: put all its keywords into one entry`),
  ];
}

function nameFaults(reply: ClusteringReply, input: ClusteringInput): string[] {
  const refByName = new Map(input.offered.map(({ name, ref }) => [normalisePhrase(name), ref]));
  const fresh = reply.clusters.filter(({ join }) => join === null).map(({ name }) => name);
  const normalised = fresh.map(normalisePhrase);
  return fresh.flatMap((name, index) => {
    const own = normalised[index] ?? '';
    const ref = refByName.get(own);
    if (ref !== undefined)
      return [`"${name}" exists already: join ${ref} or find a name that tells them apart`];
    return normalised.indexOf(own) < index
      ? [`two new clusters are named "${name}": merge or rename them`]
      : [];
  });
}

function say<Value>(values: readonly Value[], sentence: (list: string) => string): string[] {
  return values.length === 0 ? [] : [sentence([...new Set(values)].join(', '))];
}
