import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { ownAccountName } from '../../server/cli/with-app.ts';
import { makeSite } from '../support/factory.ts';
import { keepSmall } from '../support/small-site.ts';
import type { Ended } from '../support/watched.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const file = 'beans.csv';

describe('a run that begins with stage 4', () => {
  let run: Ended;
  const out = 'drafts';

  beforeAll(async () => {
    await user.file(file, ['keyword', 'coffee beans']);
    const account = Object.assign(new Account(), { name: ownAccountName, available: 100_000 });
    await user.database.of(Account).insertOne(account);
    await keepSmall(user.database, await makeSite(user.database, { name: 'beans', account: account._id }));
    await user.galley(['run', file, '--stages', '1..3']);
    run = await user.galley(['run', file, '--stages', '4..7', '--out', out]);
  });

  it('calls it stage 4 in its lines, its table and its files', async () => {
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(' - Stage 4 starting: Tasks → Content\n');
    expect(run.stdout).not.toContain('Stage 1');
    expect(run.stdout).toMatch(/✓ 4 Tasks → Content +1 /);
    const [folder = ''] = await readdir(join(user.folder, out));
    expect(await readdir(join(user.folder, out, folder, 'logs'))).toEqual([
      'automation_run.log',
      ...[4, 5, 6, 7].map((number) => `stage_${number}.log`),
    ]);
  });

  it('writes its articles to the folder of --out, and says where', async () => {
    const [folder = ''] = await readdir(join(user.folder, out));
    const names = await readdir(join(user.folder, out, folder));
    expect(names.filter((name) => name.endsWith('.html'))).toHaveLength(2);
    expect(run.stdout).toContain(`Articles  ${join(out, folder, 'index.html')}\n`);
    // The run before went there by default, and brought no articles.
    const [first = ''] = await readdir(join(user.folder, 'out'));
    expect(await readdir(join(user.folder, 'out', first))).toEqual(['logs']);
  });

  it('has its logs shown by the same numbers or by the stages’ keys, and no others', async () => {
    expect((await user.command(['logs', '--stage', '4'])).stdout).toContain('STAGE 4: Tasks → Content');
    const byKey = await user.command(['logs', 'latest', '--stage', 'generate-content']);
    expect(byKey.stdout).toContain('STAGE 4: Tasks → Content');
    for (const stage of ['1', 'cluster-keywords']) {
      const { code, stdout, stderr } = await user.command(['logs', '--stage', stage]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /^Stage 1 is not part of the run run_\d+_\d+_manual\. Choose one that is: 4, 5, 6, 7\.\n$/,
      );
    }
    const unknown = await user.command(['logs', '--stage', 'write-poems']);
    expect(unknown.stderr).toMatch(/^There is no stage "write-poems"\. The stages are "cluster-keywords", /);
    expect((await user.command(['runs', '--last', '1'])).stdout).toContain(' 7 Content → Review ');
  });

  it('leaves nothing for the gate to do, which tells how many drafts wait for review', async () => {
    const { code, stdout, stderr } = await user.galley(['run', file, '--stages', '7..7']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(
      'Nothing on the site "beans" is waiting for these stages; 1 draft is waiting for your review.\n',
    );
  });
});

describe('a run of a site in whose language there is no sample text', () => {
  it('says that its samples are in English', async () => {
    await user.file('coffee-ar.csv', ['keyword', 'قهوة عربية']);
    const { code, stderr } = await user.galley([
      'run',
      'coffee-ar.csv',
      '--language',
      'ar',
      '--stages',
      '1..1',
    ]);
    expect(code).toBe(0);
    expect(stderr.split('\n')).toContain('Sample text is in English: there is none in Arabic.');
  });
});
