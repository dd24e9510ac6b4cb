import { resource } from '../../data/resource.ts';

/** Of which thing a stage's list of ids is one, by the name of the list. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/cluster/i, resource.clusters],
  [/idea/i, resource.ideas],
  [/task/i, resource.tasks],
  [/image|prompt/i, resource.images],
  [/content|draft|review|heldBack/i, resource.contents],
  [/keyword/i, resource.keywords],
];

/** The page of those of a stage's items that have failed, by what one of them is called; undefined where it has none. */
export function failedPath(noun: string): string | undefined {
  const [, page] = kinds.find(([sign]) => sign.test(noun)) ?? [];
  return page && `/${page}?${new URLSearchParams({ filter: JSON.stringify({ failed: true }) })}`;
}

export interface Result {
  readonly name: string;
  readonly count: number;
  /** The page that lists them. */
  readonly path: string;
}

/** What a stage has made, each list with the page that shows it. */
export function resultsOf(lists: readonly { name: string; value: readonly string[] }[]): Result[] {
  return lists.flatMap(({ name, value }) => {
    const [, page] = kinds.find(([sign]) => sign.test(name)) ?? [];
    if (!page || value.length === 0) return [];
    const filter = new URLSearchParams({ filter: JSON.stringify({ ids: value.slice(0, 100) }) });
    return { name, count: value.length, path: `/${page}?${filter}` };
  });
}

/** Words that a counter's name ends with where it counts what was made. */
const making = /(Created|Generated)$/;

/** The pages of what a stage has made, by its counters: such as clusters of clustersCreated. */
export function madePages(
  counters: readonly { name: string; value: number }[],
): { name: string; path: string }[] {
  const pages = counters.flatMap(({ name, value }) => {
    const [, page] = (making.test(name) && value > 0 && kinds.find(([sign]) => sign.test(name))) || [];
    return page ? [page] : [];
  });
  return [...new Set(pages)].map((page) => ({ name: page, path: `/${page}` }));
}

/** `Total words` of totalWords. */
export function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
