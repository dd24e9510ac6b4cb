import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Ended } from '../support/watched.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const greedy = { STAGE_PLUGINS: resolve('test/cli/stages/greedy.js') };
const galley = (...args: string[]) => user.galley(args, greedy);
const command = (...args: string[]) => user.command(args, greedy);
const latestRun = () => user.database.of(AutomationRun).findOne({}, { sort: { startedAt: -1 } });

describe('a run that is short of credits', () => {
  let short: Ended;
  let runId: string;

  beforeAll(async () => {
    await user.file('beans.csv', ['keyword', 'coffee beans']);
    // 1 of 10 for its keyword; its cluster then costs 20, of which nobody knew.
    short = await galley('run', 'beans.csv', '--stages', '1..2', '--credits', '10');
    runId = (await latestRun())?.runId ?? '';
  });

  it('is paused, exits with 1, and says which two commands take it on', () => {
    expect(short.code).toBe(1);
    expect(short.stderr).toContain(
      `${runId}: The run needs 20 credits for its next step but holds 0.2. Add credits, and it can continue.\n` +
        'Fix it with: npx galley credits add 11 and continue with: npx galley resume --site beans\n',
    );
  });

  it('stays paused when too few are added, and says how many it takes', async () => {
    const added = await command('credits', 'add', '5');
    expect(added).toMatchObject({
      code: 0,
      stderr: `${runId} of the site "beans" stays paused: it needs 19.8 available credits.\n`,
    });
    expect(await latestRun()).toMatchObject({ status: RunStatus.Paused });
  });

  it('is set going by as many as it takes, for a worker that is running or for the command that is named', async () => {
    const added = await galley('credits', 'add', '6');
    expect(added).toMatchObject({
      code: 0,
      stdout: '6 credits added. 19.8 credits available, 1.2 held by runs.\n',
      stderr: `${runId} of the site "beans" continues: by itself if a worker is running, otherwise with: npx galley resume --site beans\n`,
    });
    expect(await latestRun()).toMatchObject({ status: RunStatus.Running, lease: { owner: null } });
  });

  it('is seen through by that command', async () => {
    const { code, stdout } = await galley('resume', '--site', 'beans');
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The run is complete.'),
    });
    expect(await latestRun()).toMatchObject({ status: RunStatus.Completed, creditsUsed: 21_000 });
    expect(await command('audit')).toMatchObject({ code: 0 });
  });
});
