/** The repository's own files as text, for tests that read the code. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Root of the repository, with a slash at its end. */
const root = new URL('../../', import.meta.url).pathname;

/** One import of a file. */
export interface Import {
  /** From the root, such as `server/engine/worker.ts`. */
  readonly from: string;
  /** From 1. */
  readonly line: number;
  /** From the root; the plugin contract under its public name is `#stage`. */
  readonly to: string;
  /** True when nothing but types is imported: the compiler leaves nothing of it. */
  readonly isTypeOnly: boolean;
}

/** The TypeScript files below the folders, from the root, in order; none that are generated. */
export function sourcesIn(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .filter((file) => !file.startsWith('admin/data/gql/'))
    .sort();
}

/** The text of a file, named from the root. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const statement =
  /^(?:import|export)\s(?:(?<what>[^;'"]*?)from\s+)?'(?<static>[^']+)'|\bimport\(\s*'(?<dynamic>[^']+)'/gm;

/** What a file imports of ours; packages are left out. */
export function importsOf(file: string): Import[] {
  const text = textOf(file);
  return [...text.matchAll(statement)].flatMap((match) => {
    const { what = '', static: named, dynamic } = match.groups ?? {};
    const to = resolve(file, named ?? dynamic ?? '');
    if (to === undefined) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [{ from: file, line, to, isTypeOnly: isTypeOnly(what) }];
  });
}

function resolve(file: string, specifier: string): string | undefined {
  if (specifier === '#stage') return specifier;
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : undefined;
}

function isTypeOnly(what: string): boolean {
  if (/^type\s/.test(what)) return true;
  const names = /^\{(.*)\}\s*$/s.exec(what.trim())?.[1]?.split(',') ?? [];
  const named = names.map((name) => name.trim()).filter((name) => name !== '');
  return named.length > 0 && named.every((name) => name.startsWith('type '));
}
