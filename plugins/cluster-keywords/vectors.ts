import { isModifier } from '../../language/intent.ts';
import { topicTerms } from '../../language/topic-terms.ts';
import { phraseCounts } from './topic.ts';

/** A phrase as weights of its terms, of length 1. */
export type Vector = ReadonlyMap<string, number>;

// Found on the labelled sets of the tests, which agree about as well on average with each a tenth up or down.

/** Of a term that any topic may have (`small`, `kit`), against one that names a topic. */
const modifierWeight = 0.25;
/** Of a term that its neighbour implies: where `mower` is always `lawn mower`, `lawn` adds little to it. */
const impliedWeight = 0.3;
/** What a term loses with each topical one before it: people name their topic first. */
const positionDecay = 0.15;

/** TF-IDF vectors of phrases, by the frequencies among these very phrases. */
export function vectorsOf(phrases: readonly string[], language: string): Vector[] {
  const documents = phrases.map((phrase) => topicTerms(phrase, language));
  const vocabulary = new Set(documents.flat());
  const expanded = documents.map((document) =>
    document.map((term) => [term, ...compoundParts(term, vocabulary)]),
  );
  const counts = phraseCounts(expanded.map((document) => document.flat()));
  const isImplied = impliedTerms(documents, counts, language);
  const weigh = (term: string) => {
    const count = counts.get(term) ?? 1;
    const idf = Math.log(1 + phrases.length / count);
    return idf * support(count) * (isModifier(term, language) ? modifierWeight : 1);
  };
  return expanded.map((document, index) => {
    const vector = new Map<string, number>();
    let before = 0;
    document.forEach((parts, at) => {
      const place =
        (isImplied(documents[index] ?? [], at) ? impliedWeight : 1) / (1 + positionDecay * before);
      for (const term of parts) vector.set(term, Math.max(weigh(term) * place, vector.get(term) ?? 0));
      if (!parts.every((term) => isModifier(term, language))) before++;
    });
    return normalised(vector);
  });
}

/**
 * How far so many phrases make a term a topic (0–1). Rare is not telling: what no other phrase has links nothing, and
 * what two share is often chance (`yellow leaves` of orchids and of tomatoes), while a topic is what many share.
 */
function support(phraseCount: number): number {
  return 1 - 0.5 ** phraseCount;
}

/** Known words at either end of a longer one: Kaffeebohnen has Bohnen, grinder has grind. */
function compoundParts(term: string, vocabulary: ReadonlySet<string>): string[] {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]{5,}$/u.test(term)) return [];
  const parts: string[] = [];
  for (let length = 4; length <= term.length - 1; length++) {
    for (const part of [term.slice(0, length), term.slice(-length)])
      if (vocabulary.has(part)) parts.push(part);
  }
  return parts;
}

/** Tells which terms of a phrase a neighbour implies: a rarer one that mostly stands beside it. */
function impliedTerms(
  documents: readonly (readonly string[])[],
  counts: ReadonlyMap<string, number>,
  language: string,
): (document: readonly string[], at: number) => boolean {
  const pairs = documents.map((document) =>
    document.slice(1).map((term, index) => `${document[index]} ${term}`),
  );
  const pairCounts = phraseCounts(pairs);
  const count = (term: string) => counts.get(term) ?? 0;
  const implies = (neighbour: string | undefined, term: string, pair: string) => {
    if (neighbour === undefined || isModifier(neighbour, language)) return false;
    const together = pairCounts.get(pair) ?? 0;
    return count(neighbour) < count(term) && together >= 3 && together / count(neighbour) >= 0.6;
  };
  return (document, at) => {
    const term = document[at] ?? '';
    const [left, right] = [document[at - 1], document[at + 1]];
    return implies(left, term, `${left} ${term}`) || implies(right, term, `${term} ${right}`);
  };
}

function normalised(vector: Map<string, number>): Vector {
  const length = Math.hypot(...vector.values());
  return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}
