import type { Vector } from './vectors.ts';

/** Phrases taken together, by their positions. `fixed` is the position of the offered cluster that they are in. */
export interface Group {
  readonly members: readonly number[];
  readonly fixed: number | undefined;
}

/** Two groups of several phrases each have found their topic: to be one, they must be alike by this much more. */
const establishedBar = 1.2;

interface Node extends Group {
  /** Sum of the members' vectors. */
  readonly sum: Vector;
  readonly length: number;
}

/**
 * Agglomerative clustering by average linkage: the two groups whose members are most alike on average are merged,
 * until none are as alike as `threshold` (0–1). The average over all pairs is set against how alike the members
 * of each group are among themselves, which makes it the cosine of the groups' sums: a broad cluster is not left
 * behind for being broad. Two fixed groups are never merged. Equal likeness is decided by order.
 */
export function mergeGroups(
  groups: readonly Group[],
  vectors: readonly Vector[],
  threshold: number,
): Group[] {
  const nodes = groups.map((group) =>
    nodeOf(group, sumOf(group.members.map((at) => vectors[at] ?? new Map()))),
  );
  for (;;) {
    const pair = closestPair(nodes, threshold);
    if (!pair) return nodes;
    const [one, other] = pair;
    nodes.splice(nodes.indexOf(other), 1);
    nodes[nodes.indexOf(one)] = merged(one, other);
  }
}

function closestPair(nodes: readonly Node[], threshold: number): [Node, Node] | undefined {
  let closest: [Node, Node] | undefined;
  let likeness = threshold;
  nodes.forEach((one, index) => {
    for (const other of nodes.slice(index + 1)) {
      if (one.fixed !== undefined && other.fixed !== undefined) continue;
      const found =
        likenessOf(one, other) / (isEstablished(one) && isEstablished(other) ? establishedBar : 1);
      // Sums of the same numbers in another order differ in the last digits: that is no difference.
      if (found <= likeness + 1e-9) continue;
      likeness = found;
      closest = [one, other];
    }
  });
  return closest;
}

function isEstablished({ members }: Group): boolean {
  return members.length > 1;
}

function likenessOf(one: Node, other: Node): number {
  const [small, large] = one.sum.size < other.sum.size ? [one, other] : [other, one];
  let product = 0;
  for (const [term, weight] of small.sum) product += weight * (large.sum.get(term) ?? 0);
  return product / (one.length * other.length);
}

function merged(one: Node, other: Node): Node {
  const members = [...one.members, ...other.members];
  return nodeOf({ members, fixed: one.fixed ?? other.fixed }, sumOf([one.sum, other.sum]));
}

function nodeOf(group: Group, sum: Vector): Node {
  return { ...group, sum, length: Math.hypot(...sum.values()) };
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return sum;
}
