import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Started, watched } from '../support/watched.ts';

const folder = await mkdtemp(join(tmpdir(), 'galley-newcomer-'));
const begun: Started[] = [];
afterAll(async () => {
  for (const { process: one } of begun) one.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** What somebody has who has just got it: no settings, no database; only that others may be at work beside them. */
const env = {
  ...process.env,
  ...{ MONGODB_URI: '', PORT: '0', NODE_ENV: undefined, npm_command: undefined },
  DATA_DIR: join(folder, 'data'),
  LOG_DIR: join(folder, 'logs'),
  PUBLISH_DIR: join(folder, 'published'),
};
/** Where there is no curl, Node stands in for it. */
const hasCurl = spawnSync('curl', ['--version']).status === 0;
const path = hasCurl
  ? process.env.PATH
  : `${resolve('test/examples/no-curl')}${delimiter}${process.env.PATH}`;

/** Types a command line into a shell in the checkout. */
function typed(line: string, more: NodeJS.ProcessEnv = {}): Started {
  const child = spawn('sh', ['-c', `exec ${line}`], {
    env: { ...env, PATH: path, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = watched(child);
  begun.push(started);
  return started;
}

/** The commands of the first block of shell below this heading of the README, without what is said beside them. */
async function commandsBelow(heading: string): Promise<string[]> {
  const [, section = ''] = (await readFile('README.md', 'utf8')).split(`\n## ${heading}\n`);
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+# .*$/, ''));
}

describe('A newcomer who types what the README says', () => {
  it('serves, makes a key, imports a list, starts a run and watches it to its end', async () => {
    expect(await commandsBelow('Run the server')).toEqual(['npm start']);
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    const server = typed(scripts.start);
    const [, url] = await server.seen(/Galley answers at (\S+)\.\nSign in, once, within 15 minutes: \S+\n/);
    const [makeKey = '', importing = '', starting = '', watching = '', ...others] =
      await commandsBelow('Use the API');
    expect(others).toEqual([]);

    const [, name = '', command = ''] = /^export (\w+)=\$\((.*)\)$/.exec(makeKey) ?? [];
    const key = await typed(command).ended;
    const settings = { [name]: key.stdout.trim(), GALLEY_URL: url };
    // The same in small.
    const list = join(folder, 'tea.csv');
    await writeFile(list, 'keyword\niced tea\n');
    const imported = await typed(importing.replace('examples/tea.csv', list), settings).ended;
    expect(imported.stderr).toContain('"imported":1');
    const run = typed(starting.replace('SITE_ID', imported.stdout.trim()), settings);
    const [, id = ''] = await run.seen(/watch-run\.mjs (\w{24})\n/);
    const seen = await typed(watching.replace('RUN_ID', id), settings).ended;
    expect(seen).toMatchObject({ code: 0, stdout: expect.stringContaining('Automation complete') });
    expect(await run.ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nCOMPLETED, 100%/) });
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, signal: null });
  });
});
