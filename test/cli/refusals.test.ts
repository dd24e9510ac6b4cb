import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();

describe('bad usage and bad input exit with 2, one clear sentence and nothing on stdout', () => {
  beforeAll(async () => {
    await user.file('good.csv', ['keyword', 'coffee beans']);
    await user.file('empty.csv', []);
    await user.file('columns.csv', ['title,volume', 'coffee beans,10']);
    await user.file('number.csv', ['keyword,volume', 'coffee beans,"1,20"']);
    await user.file('long.csv', ['keyword', 'x'.repeat(201)]);
  });

  it.each([
    [['run', 'missing.csv'], 'The file missing.csv cannot be read: it does not exist.'],
    [['run', 'empty.csv'], 'The file empty.csv contains no keywords.'],
    [
      ['run', 'columns.csv'],
      'columns.csv, line 1: there is no "keyword" column. The columns found are "title", "volume".',
    ],
    [['run', 'number.csv'], 'number.csv, line 2: the volume "1,20" is not a number'],
    [['run', 'long.csv'], 'long.csv, line 2: the keyword "xxxx'],
    [['run'], "missing required argument 'file'"],
    [['run', 'good.csv', '--credits', 'lots'], 'Give a number above 0'],
    [['run', 'good.csv', '--stages', '1-3'], 'There is no stage "1-3".'],
    [['run', 'good.csv', '--stages', '1..9'], 'There is no stage "9". The stages are "cluster-keywords", '],
    [['run', 'good.csv', '--stages', '3..1'], 'The stage "cluster-keywords" comes before "queue-tasks".'],
    [['run', 'good.csv', '--stages', '1..2..3'], 'Give a stage, or a range such as 1..3.'],
    [['run', 'good.csv', '--out', 'good.csv'], 'The articles cannot be written to good.csv'],
    [['run', 'good.csv', '--language', 'klingon'], 'Give a language code such as en, de or pt-BR.'],
    [['run', 'good.csv', '--colour'], "unknown option '--colour'"],
    [['rum', 'good.csv'], "unknown command 'rum'"],
    [['credits', 'add', '-5'], 'Give a number above 0'],
    [['credits', 'add', '1,000'], 'Give a number above 0'],
    [['keys', 'create', ' ', '--scopes', 'read'], 'It must not be empty.'],
  ])('galley %j: %s', async (args, sentence) => {
    const { code, stdout, stderr } = await user.galley(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    [['logs', 'run_20250101_000000_manual'], 'There is no run "run_20250101_000000_manual".'],
    [['runs', '--site', 'nowhere'], 'There is no site "nowhere".'],
  ])('so does galley %j, which names what there is not: %s', async (args, sentence) => {
    const { code, stdout, stderr } = await user.command(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('names a variable of the environment that is not valid', async () => {
    const { code, stderr } = await user.galley(['runs'], { MONGODB_URI: 'localhost' });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'The environment variable MONGODB_URI is not valid: must begin with mongodb:// or mongodb+srv://. Correct or unset it.\n',
    });
  });
});

describe('what is refused exits with 1, its reason and the command that mends it', () => {
  it('tells how many credits are missing, and goes on once they are added', async () => {
    await user.file('good.csv', ['keyword', 'coffee beans']);
    const begun = await user.galley(['run', 'good.csv', '--credits', '10', '--stages', '1..3']);
    expect(begun.code).toBe(0);
    const short = await user.galley(['run', 'good.csv']);
    expect(short).toMatchObject({ code: 1, stdout: '' });
    expect(short.stderr).toMatch(/Need ~\d+ credits \(\d+ with the 20% reserve\), you have \d+/);
    const [, missing = ''] = /galley (credits add \d+)/.exec(short.stderr) ?? [];
    const added = await user.galley(missing.split(' '));
    expect(added.code).toBe(0);
    expect(added.stdout).toMatch(/credits added\. \d+(\.\d+)? credits available, 0 held by runs\./);
    const { code, stdout } = await user.galley(['run', 'good.csv', '--stages', '4', '--json']);
    expect({ code, run: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      run: { status: 'completed', stages: [{ key: 'generate-content', processed: 7 }] },
    });
  });

  it('adds credits once for each key', async () => {
    await user.command(['credits', 'add', '7', '--key', 'invoice 12']);
    const before = await user.database.of(Account).findOne({ name: 'Demo' });
    const again = await user.command(['credits', 'add', '7', '--key', 'invoice 12']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain('Already added with this key.');
    expect(await user.database.of(Account).findOne({ name: 'Demo' })).toEqual(before);
  });

  it('has nothing to resume, and says how to start', async () => {
    const { code, stderr } = await user.command(['resume']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no run to resume.*\nStart a run with: npx galley run FILE\n$/);
  });

  it('names every difference that the audit finds', async () => {
    const accounts = user.database.of(Account);
    await accounts.updateOne({ name: 'Demo' }, { $inc: { available: 5000 } });
    const { code, stdout } = await user.command(['audit']);
    await accounts.updateOne({ name: 'Demo' }, { $inc: { available: -5000 } });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^account Demo: available \+ held: .* credits stored, .* credits according to the entries\n$/,
    );
  });

  it('says in one sentence that the database does not answer', async () => {
    const { code, stderr } = await user.galley(['runs'], {
      // A little more than the patience of whoever waits.
      MONGODB_URI: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=2200',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Waiting for the database\.\nMongoDB does not answer: .*\n$/);
  });
});

describe('a fault in the program', () => {
  it('fails the run in one sentence, and goes whole to the log in the data folder', async () => {
    await user.file('fault.csv', ['keyword', 'coffee beans']);
    await user.command(['credits', 'add', '500']);
    const stage = resolve('test/cli/stages/broken.js');
    const { code, stdout, stderr } = await user.galley(['run', 'fault.csv', '--json'], {
      STAGE_PLUGINS: stage,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'failed',
      error: { code: 'UNEXPECTED', stage: 'broken' },
    });
    expect(stdout + stderr).not.toContain('the fault of the broken stage');
    expect(stderr).toContain('Something unexpected went wrong in the stage "broken".');
    expect(stderr).toContain('galley resume');
    const log = await readFile(join(user.folder, '.data', 'galley.log'), 'utf8');
    expect(log).toContain('the fault of the broken stage');
  });

  it('names a stage plugin that cannot be loaded', async () => {
    await writeFile(join(user.folder, 'no-stage.js'), 'export default 1;');
    const { code, stderr } = await user.galley(['runs'], { STAGE_PLUGINS: './no-stage.js' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The stage plugin ".\/no-stage.js" could not be loaded: /);
  });
});
