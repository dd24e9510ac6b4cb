import { describe, expect, it } from 'vitest';
import { type Import, importsOf, sourcesIn } from './sources.ts';

/**
 * Who may import whom, by folder or file; the longest name that fits a file counts. Besides these, a file may
 * import what lies in its own place. A new folder of the server is written in here first.
 */
const downhill: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  language: [],
  // The pipeline's list names the stages; a stage knows the contract and nothing else of the server.
  'plugins/index.ts': ['plugins', '#stage'],
  plugins: ['schema', 'language', '#stage'],

  'server/durations.ts': [],
  'server/galley-error.ts': [],
  'server/errors.ts': ['server/errors', 'server/galley-error.ts'],
  'server/errors': ['server/galley-error.ts'],
  'server/log.ts': [],
  'server/unless-aborted.ts': [],
  'server/config.ts': ['server/errors.ts', 'server/ai/allowed-hosts.ts', 'server/secrets/master-keys.ts'],
  'server/load-stages.ts': ['schema', 'server/errors.ts', 'server/engine/stage.ts'],
  'server/accounts.ts': ['schema', 'server/errors.ts', 'server/db', 'server/credits'],
  'server/sites.ts': ['schema', 'server/errors.ts', 'server/db', 'server/credits'],
  // A migration may have to read stored titles as words.
  'server/db': ['schema', 'language', 'server/errors.ts'],
  'server/import': ['schema', 'server/errors.ts', 'server/db'],
  'server/credits': ['schema', 'server/errors.ts', 'server/db'],
  'server/media': ['schema', 'server/errors.ts', 'server/db'],
  'server/ai': [
    'schema',
    'language',
    'server/errors.ts',
    'server/unless-aborted.ts',
    'server/db',
    'server/media',
  ],
  'server/secrets': ['schema', 'server/errors.ts'],
  'server/ai-settings': [
    'schema',
    'server/errors.ts',
    'server/db',
    'server/credits',
    'server/secrets',
    'server/ai',
  ],
  'server/ai-desk.ts': [
    'server/errors.ts',
    'server/config.ts',
    'server/db',
    'server/ai',
    'server/ai-settings',
    'server/secrets',
  ],
  'server/notifications': ['schema', 'server/errors.ts', 'server/log.ts', 'server/db'],
  'server/engine/ai-calls.ts': [],
  'server/engine/stage.ts': ['schema', 'server/engine/ai-calls.ts'],
  'server/engine': [
    'schema',
    'server/errors.ts',
    'server/log.ts',
    'server/unless-aborted.ts',
    'server/db',
    'server/media',
    'server/credits',
    'server/ai',
    'server/notifications',
  ],
  'server/schedule': [
    'schema',
    'server/errors.ts',
    'server/db',
    'server/credits',
    'server/notifications',
    'server/engine',
  ],
  'server/editing': ['schema', 'language', 'server/errors.ts', 'server/db', 'server/credits'],
  'server/publishing': ['schema', 'server/errors.ts', 'server/log.ts', 'server/media'],
  'server/review': ['schema', 'server/errors.ts', 'server/db', 'server/editing', 'server/publishing'],
  'server/users.ts': ['schema', 'server/errors.ts', 'server/db', 'server/credits', 'server/auth'],
  'server/own-user.ts': ['schema', 'server/errors.ts', 'server/db', 'server/credits', 'server/auth'],
  'server/auth': ['schema', 'server/errors.ts', 'server/log.ts', 'server/db'],
  'server/graphql': [
    'schema',
    'language',
    'server/errors.ts',
    'server/log.ts',
    'server/db',
    'server/credits',
    'server/ai',
    'server/engine',
    'server/schedule',
    'server/import',
    'server/editing',
    'server/publishing',
    'server/review',
    'server/ai-settings',
    'server/auth',
    'server/accounts.ts',
    'server/sites.ts',
    'server/users.ts',
    'server/own-user.ts',
  ],
  'server/http': [
    'server/metrics.ts',
    'server/media',
    'server/ai',
    'server/ai-settings',
    'schema',
    'server/errors.ts',
    'server/log.ts',
    'server/db',
    'server/engine',
    'server/auth',
    'server/publishing',
    'server/graphql',
  ],
  'server/metrics.ts': ['schema', 'server/db', 'server/engine'],
  'server/working.ts': ['server/config.ts', 'server/engine', 'server/notifications', 'server/schedule'],
  'server/app.ts': ['schema', 'server', 'plugins'],
  'server/cli': ['schema', 'language', 'server'],
};

/** Constants, for the whole server. */
const forAll = 'server/durations.ts';

/** The AI client and the prices speak in the contract's words; words cost nothing at run time. */
const contractTypesFor = ['server/ai', 'server/media', 'server/credits'];

const product = sourcesIn('schema', 'language', 'plugins', 'server');
const imports = product.flatMap(importsOf);

/** The longest entry that the file is, or lies below. */
function placeOf(file: string): string | undefined {
  return Object.keys(downhill)
    .filter((place) => isIn(file, place))
    .sort((a, b) => b.length - a.length)[0];
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

/** The folder of one stage, or undefined outside of them. */
function stageFolder(file: string): string | undefined {
  return /^plugins\/[^/]+(?=\/)/.exec(file)?.[0];
}

function isAllowed({ from, to, isTypeOnly }: Import): boolean {
  const place = placeOf(from) ?? '';
  const stage = stageFolder(from);
  if (stage !== undefined && isIn(to, 'plugins')) return isIn(to, stage);
  if (isIn(to, place)) return true;
  if (to === forAll) return isIn(from, 'server');
  if (contractTypesFor.includes(place) && to === 'server/engine/stage.ts') return isTypeOnly;
  return (downhill[place] ?? []).some((allowed) => isIn(to, allowed));
}

/** `server/a.ts:3 imports plugins/b.ts` for each, so that the failure says where to look. */
function told(list: readonly Import[]): string[] {
  return list.map(({ from, line, to }) => `${from}:${line} imports ${to}`);
}

describe('imports', () => {
  it('go downhill only', () => {
    expect(told(imports.filter((one) => !isAllowed(one)))).toEqual([]);
  });

  it('find every file of the product in a place of the table', () => {
    expect(product.filter((file) => placeOf(file) === undefined)).toEqual([]);
  });

  it('of the plugins come from the composition root alone', () => {
    const others = imports.filter(({ from, to }) => isIn(to, 'plugins') && !isIn(from, 'plugins'));
    expect(told(others.filter(({ from }) => from !== 'server/app.ts'))).toEqual([]);
  });

  it('leave the command line and the composition root at the top', () => {
    const upwards = imports.filter(({ to }) => to === 'server/app.ts' || isIn(to, 'server/cli'));
    expect(told(upwards.filter(({ from }) => !isIn(from, 'server/cli')))).toEqual([]);
  });

  it('never lead from a file back to itself, types aside', () => {
    const running = imports.filter(({ isTypeOnly }) => !isTypeOnly);
    expect(circlesIn(running.map(({ from, to }) => [from, to]))).toEqual([]);
  });

  it('never lead from a place back to itself, not even for types', () => {
    const place = (file: string) => stageFolder(file) ?? placeOf(file) ?? file;
    const between = imports.map(({ from, to }): [string, string] => [place(from), place(to)]);
    expect(circlesIn(between.filter(([from, to]) => from !== to))).toEqual([]);
  });
});

/** Each circle once, as `a → b → a`. */
function circlesIn(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const targets = Map.groupBy(edges, ([from]) => from);
  const finished = new Set<string>();
  const circles = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) circles.add([...path.slice(start), name].join(' → '));
    if (start >= 0 || finished.has(name)) return;
    for (const [, to] of targets.get(name) ?? []) visit(to, [...path, name]);
    finished.add(name);
  };
  for (const name of targets.keys()) visit(name, []);
  return [...circles];
}
