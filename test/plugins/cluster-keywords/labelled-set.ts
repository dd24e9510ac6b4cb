import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { clusterOffline } from '../../../plugins/cluster-keywords/offline.ts';

/** A phrase and the name of the cluster that a person put it into. */
const labelledRows = z.array(z.object({ phrase: z.string().min(1), cluster: z.string().min(1) }));
export type LabelledPhrase = z.infer<typeof labelledRows>[number];

/** Reads `labelled/<name>.csv`. */
export function readLabelled(name: string): LabelledPhrase[] {
  const file = new URL(`./labelled/${name}.csv`, import.meta.url);
  return labelledRows.parse(parse(readFileSync(file), { columns: true }));
}

export interface FoundCluster {
  readonly name: string;
  readonly phrases: string[];
}

/** Clusters phrases as the stage does: in batches of 20, each offered the clusters so far with 12 phrases each, and shown the next 100. */
export function clusterInBatches(phrases: readonly string[], language: string): FoundCluster[] {
  const found: FoundCluster[] = [];
  for (let from = 0; from < phrases.length; from += 20) {
    const keywords = phrases.slice(from, from + 20);
    const ahead = phrases.slice(from + 20, from + 120);
    const offered = found.map(({ name, phrases: members }, index) => ({
      ref: `C${index + 1}`,
      name,
      phrases: members.slice(0, 12),
    }));
    const reply = clusterOffline({ ...noFacts, language, keywords, offered, ahead });
    for (const { join, name, keywords: numbers } of reply.clusters) {
      const members = numbers.map((number) => keywords[number - 1] ?? '');
      const joined = found[offered.findIndex(({ ref }) => ref === join)];
      if (joined) joined.phrases.push(...members);
      else found.push({ name, phrases: members });
    }
  }
  return found;
}

/** What a clustering input tells of a site that tells nothing. */
export const noFacts = { site: 'Example', country: null, audience: null };

/** The same order for the same seed: sorted by what the mulberry32 generator gives each. */
export function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

/**
 * Adjusted Rand index (Hubert & Arabie 1985): how far two groupings of the same things agree, 1 for wholly, about 0
 * for chance.
 */
export function adjustedRandIndex(one: readonly string[], other: readonly string[]): number {
  const pairs = (labels: readonly string[]) =>
    [...Map.groupBy(labels, (label) => label).values()].reduce((sum, { length }) => sum + pairsOf(length), 0);
  const both = pairs(one.map((label, index) => `${label}\n${other[index]}`));
  const [pairsOne, pairsOther] = [pairs(one), pairs(other)];
  const expected = (pairsOne * pairsOther) / pairsOf(one.length);
  return (both - expected) / ((pairsOne + pairsOther) / 2 - expected);
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
