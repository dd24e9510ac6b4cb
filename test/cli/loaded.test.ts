import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galleyUser } from './galley.ts';

const user = galleyUser();

/** Notes each module that is loaded, and writes them down when the process ends. */
const noting = `import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
const urls = [];
registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
process.on('exit', () => writeFileSync('loaded.txt', urls.join('\\n')));`;

/** The packages of which the command has loaded anything. */
async function packagesLoadedBy(args: readonly string[]): Promise<ReadonlySet<string>> {
  await user.start(args, {}, ['--import', `data:text/javascript,${encodeURIComponent(noting)}`]).ended;
  const urls = (await readFile(join(user.folder, 'loaded.txt'), 'utf8')).split('\n');
  const names = urls.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

const ofTheApi = ['graphql', 'type-graphql', 'graphql-scalars', '@apollo/server', 'express', 'prom-client'];
const ofTheWork = ['agenda', 'ai', 'sharp', 'sanitize-html', 'turndown', 'undici', '@aws-sdk/client-s3'];
const ofTheDatabase = ['mongodb', '@mikro-orm/core', 'mongodb-memory-server-core'];

describe('A person who waits for a command', () => {
  it.each([
    [['--help'], 'help'],
    [['rum'], 'bad usage'],
    [['credits', 'add', '-5'], 'an amount that is none'],
    [['run', 'missing.csv'], 'a file that cannot be read'],
    [['run', 'phrases.csv', '--estimate'], 'a file without keywords'],
  ])('has galley %j, which is %s, answered without the database, the API or the work', async (args) => {
    await user.file('phrases.csv', ['title', 'coffee beans']);
    const loaded = await packagesLoadedBy(args);
    expect(loaded).toContain('commander');
    expect([...ofTheDatabase, ...ofTheApi, ...ofTheWork].filter((name) => loaded.has(name))).toEqual([]);
  });

  it.each([[['keys']], [['credits']], [['runs']], [['audit']], [['signin']]])(
    'has galley %j answered by the database, without what is for the API or the work',
    async (args) => {
      const loaded = await packagesLoadedBy(args);
      expect(loaded).toContain('mongodb');
      expect([...ofTheApi, ...ofTheWork].filter((name) => loaded.has(name))).toEqual([]);
    },
  );

  it('waits for packages that there are: none of them is spelt wrongly here', async () => {
    const packages = Object.keys(JSON.parse(await readFile('package.json', 'utf8')).dependencies);
    expect(packages).toEqual(expect.arrayContaining([...ofTheDatabase, ...ofTheApi, ...ofTheWork]));
  });
});
