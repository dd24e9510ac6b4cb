import { lexiconOf } from './lexicon.ts';

/** How near two texts are by their terms: 0 (nothing in common) to 1 (the same terms). */
export function nearness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((term) => other.has(term)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

/** The `limit` of the items whose titles have most in common with a text, the nearest first; ties in their order. */
export function nearestTo<Item extends { readonly title: string }>(
  items: readonly Item[],
  text: string,
  { language, limit }: { language: string; limit: number },
): Item[] {
  const wanted = beginnings(text, language);
  return items
    .map((item) => ({ item, near: nearness(wanted, beginnings(item.title, language)) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** How a text's words begin: as good as stems for an order, and much cheaper. */
function beginnings(text: string, language: string): Set<string> {
  return new Set(
    lexiconOf(language)
      .words(text)
      .map((word) => word.toLowerCase().slice(0, 5)),
  );
}
