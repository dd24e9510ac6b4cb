import type { Vector } from './vectors.ts';

/** Phrases taken together, by their positions. `fixed` is the position of the offered cluster that they are in. */
export interface Group {
  readonly members: readonly number[];
  readonly fixed: number | undefined;
}

interface Node extends Group {
  /** Its place among the groups: that of its first part. */
  readonly place: number;
  /** Sum of the members' vectors. */
  readonly sum: Vector;
  readonly length: number;
}

/** Two nodes that may be merged, the one of the lower place first. */
interface Pair {
  readonly one: Node;
  readonly other: Node;
  readonly likeness: number;
}

/**
 * Agglomerative clustering by average linkage: the two groups whose members are most alike on average are merged,
 * until none are more alike than `threshold` (0–1). The average over all pairs is set against how alike the members
 * of each group are among themselves, which makes it the cosine of the groups' sums: a broad cluster is not left
 * behind for being broad. Two fixed groups are never merged. Equal likeness is decided by order.
 */
export function mergeGroups(
  groups: readonly Group[],
  vectors: readonly Vector[],
  threshold: number,
): Group[] {
  let nodes = groups.map((group, place) =>
    nodeOf(group, place, sumOf(group.members.map((at) => vectors[at] ?? new Map()))),
  );
  // Only pairs that are alike are kept, which are few: most phrases share no term.
  let pairs = nodes.flatMap((node, index) => pairsOf(node, nodes.slice(index + 1), threshold));
  for (;;) {
    const closest = closestOf(pairs);
    if (!closest) return nodes;
    const { one, other } = closest;
    const isLeft = (node: Node) => node !== one && node !== other;
    const both = merged(one, other);
    pairs = pairs.filter((pair) => isLeft(pair.one) && isLeft(pair.other));
    pairs.push(...pairsOf(both, nodes.filter(isLeft), threshold));
    nodes = nodes.flatMap((node) => (node === one ? [both] : node === other ? [] : [node]));
  }
}

function pairsOf(node: Node, others: readonly Node[], threshold: number): Pair[] {
  return others.flatMap((other) => {
    if (node.fixed !== undefined && other.fixed !== undefined) return [];
    const likeness = likenessOf(node, other);
    if (likeness <= threshold) return [];
    return [
      node.place < other.place ? { one: node, other, likeness } : { one: other, other: node, likeness },
    ];
  });
}

function closestOf(pairs: readonly Pair[]): Pair | undefined {
  return pairs.reduce<Pair | undefined>(
    (found, next) => (found && !isCloser(next, found) ? found : next),
    undefined,
  );
}

function isCloser(pair: Pair, than: Pair): boolean {
  // Sums of the same numbers in another order differ in the last digits: that is no difference.
  if (Math.abs(pair.likeness - than.likeness) > 1e-9) return pair.likeness > than.likeness;
  return (
    pair.one.place - than.one.place < 0 || (pair.one === than.one && pair.other.place < than.other.place)
  );
}

function likenessOf(one: Node, other: Node): number {
  const [small, large] = one.sum.size < other.sum.size ? [one, other] : [other, one];
  let product = 0;
  for (const [term, weight] of small.sum) product += weight * (large.sum.get(term) ?? 0);
  return product / (one.length * other.length);
}

function merged(one: Node, other: Node): Node {
  const members = [...one.members, ...other.members];
  return nodeOf({ members, fixed: one.fixed ?? other.fixed }, one.place, sumOf([one.sum, other.sum]));
}

function nodeOf({ members, fixed }: Group, place: number, sum: Vector): Node {
  return { members, fixed, place, sum, length: Math.hypot(...sum.values()) };
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return sum;
}
