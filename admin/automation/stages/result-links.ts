import { resource } from '../../data/resource.ts';

/** Of which thing a stage's list of ids is one, by the name of the list. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/cluster/i, resource.clusters],
  [/idea/i, resource.ideas],
  [/task/i, resource.tasks],
  [/image/i, resource.images],
  [/content|draft|review|heldBack/i, resource.contents],
  [/keyword/i, resource.keywords],
];

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
