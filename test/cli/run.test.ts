import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Keyword } from '../../schema/keyword.ts';
import { accountNamed } from '../../server/accounts.ts';
import { siteNamed } from '../../server/sites.ts';
import { keepSmall } from '../support/small-site.ts';
import type { Ended } from '../support/watched.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();

describe('galley run', () => {
  let first: Ended;
  let folder: string;

  beforeAll(async () => {
    await user.file('beans.csv', [
      'keyword,volume',
      'coffee beans,100',
      'Coffee  Beans,',
      'best coffee beans,many',
    ]);
    first = await user.galley(['run', 'beans.csv']);
    folder = join(user.folder, 'out', (await readdir(join(user.folder, 'out')))[0] ?? '');
  });

  it('takes a keyword list to the end of the pipeline and exits with 0', () => {
    expect(first).toMatchObject({ code: 0, signal: null });
    expect(first.stdout).toContain('The run is complete. 7 articles are ready for review.');
  });

  it('lists bad rows with file and line, merges duplicates, and imports the rest', async () => {
    expect(first.stderr).toContain('beans.csv, line 4: the volume "many" is not a number');
    expect(first.stderr).toContain(
      '1 keyword imported from beans.csv into the site "beans", 1 duplicate merged, 1 row skipped.',
    );
    expect(await user.database.of(Keyword).countDocuments({})).toBe(1);
  });

  it('shows plain lines where there is no terminal, each once', () => {
    const lines = first.stdout.split('\n').filter((line) => line.includes('Automation started'));
    expect(lines).toHaveLength(1);
    expect(first.stdout).not.toContain('\u001b');
  });

  it('ends with a table of the stages and where things are', () => {
    expect(first.stdout).toMatch(/✓ 4 Tasks → Content +7 +7 drafts created, \d,\d{3} total words/);
    expect(first.stdout).toMatch(/Articles +out\/run_\d{8}_\d{6}_manual\/index\.html/);
    expect(first.stdout).toMatch(/Logs +logs\/automation\//);
  });

  it('writes each article as a page with its pictures, an index, and the logs', async () => {
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));
    expect(pages).toHaveLength(8);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('7 drafts');
    // Of 28 pictures, each in both forms.
    expect(await readdir(join(folder, 'images'))).toHaveLength(56);
    expect(await readdir(join(folder, 'logs'))).toContain('stage_7.log');
  });

  it('goes on with what is new when it is run again, and writes only that', async () => {
    await user.file('more.csv', ['keyword', 'coffee beans', 'garden hose']);
    const { _id: account } = await accountNamed(user.database, 'Demo');
    await keepSmall(user.database, await siteNamed(user.database, account, 'beans'));
    const { code, stdout, stderr } = await user.galley(['run', 'more.csv', '--site', 'beans', '--json']);
    expect(code).toBe(0);
    expect(stderr).toContain('1 keyword imported from more.csv into the site "beans", 1 already there.');
    const run = JSON.parse(stdout);
    expect(run).toMatchObject({
      status: 'completed',
      site: 'beans',
      error: null,
      import: { imported: 1, known: 1, duplicates: 0, problems: [] },
      output: { articles: 1 },
    });
    expect(run.stages[0]).toMatchObject({ key: 'cluster-keywords', processed: 1 });
    expect(run.stages[6].counters.readyForReview).toBe(8);
  });

  it('says so and exits with 0 when nothing is new', async () => {
    const again = await user.galley(['run', 'beans.csv']);
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toContain(
      'There is nothing left to do for the site "beans"; 8 drafts are waiting for your review.\n',
    );
    const { code, stdout } = await user.galley(['run', 'beans.csv', '--json']);
    expect({ code, document: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      document: { runId: null, status: 'nothing_to_do', readyForReview: 8, failed: {} },
    });
  });

  it('leaves a ledger that adds up, and lists and shows its runs', async () => {
    expect(await user.command(['audit'])).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await user.galley(['runs']);
    expect(stdout.match(/run_\d{8}_\d{6}_manual +beans +completed/g)).toHaveLength(2);
    const log = await user.galley(['logs', 'latest', '--last', '2']);
    expect(log.stdout.trimEnd().split('\n')).toHaveLength(2);
    const [runId = ''] = /run_\d{8}_\d{6}_manual/.exec(stdout) ?? [];
    const named = await user.command(['logs', runId, '--last', '2']);
    expect(named).toMatchObject({ code: 0, stdout: log.stdout });
    expect(log.stdout).toContain('Content IDs ready: [');
    const stage = await user.command(['logs', '--stage', '1']);
    expect(stage.stdout).toContain('STAGE 1: Keywords → Clusters');
  });
});
