/** Fragments by name: each is known once the module that has it is loaded. */
const fragments = new Map<string, string>();

/**
 * Stands in for the generated `graphql` in what is built: that one holds the documents of all pages, twice, so that the
 * first page would bring them all. Here each stays with its page. Types are those of the generated one.
 */
export function graphql(source: string): { toString(): string } {
  const name = /^\s*fragment (\w+)/.exec(source)?.[1];
  if (name !== undefined) fragments.set(name, source);
  return { toString: () => withFragments(source) };
}

function withFragments(source: string): string {
  const texts = [source];
  const known = new Set<string>();
  // Grows as it is gone through: fragments name fragments.
  for (const text of texts) {
    for (const [, name = ''] of text.matchAll(/\.\.\.(\w+)/g)) {
      const fragment = fragments.get(name);
      if (fragment === undefined || known.has(name)) continue;
      known.add(name);
      texts.push(fragment);
    }
  }
  return texts.join('\n');
}
