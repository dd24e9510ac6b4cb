import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { galleyUser } from '../cli/galley.ts';
import type { Ended } from '../support/watched.ts';

const user = galleyUser();
const stuck = { STAGE_PLUGINS: resolve('test/cli/stages/stuck.js') };
let file: string;
let made = 0;

beforeEach(async () => {
  made += 1;
  file = await user.file(`list-${made}.csv`, ['keyword', 'coffee beans', 'garden hose']);
});

const latest = () => user.database.of(AutomationRun).findOne({}, { sort: { _id: -1 } });
/** What stage 4 made, and whether the ledger adds up after it. */
async function expectFinished({ code, stdout }: Ended): Promise<void> {
  expect({ code, run: JSON.parse(stdout) }).toMatchObject({
    code: 0,
    run: { status: 'completed', stages: [{}, {}, {}, { counters: { contentCreated: 14 } }] },
  });
  expect(await user.galley(['audit'])).toMatchObject({ code: 0 });
}

describe('a run that is interrupted', () => {
  it('pauses after the batch in flight on Ctrl-C, says how to resume, and resumes to its end', async () => {
    const run = user.start(['run', file, '--stages', '1..4']);
    await run.seen(/Stage 4: Completed Task/);
    run.process.kill('SIGINT');
    const paused = await run.ended;
    expect(paused).toMatchObject({ code: 130, signal: null });
    expect(paused.stdout).toContain('The run is paused by Ctrl-C.');
    expect(paused.stderr).toContain('Nothing is lost. Continue with: npx galley resume');
    expect(await latest()).toMatchObject({ status: RunStatus.Paused, lease: { owner: null } });
    const refused = await user.galley(['run', file]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /Automation already in progress\. .*\nContinue it with: npx galley resume --site /,
    );
    await expectFinished(await user.galley(['resume', '--json']));
  });

  it('loses nothing that was committed by a kill -9, and is taken over at once', async () => {
    const run = user.start(['run', file, '--stages', '1..4']);
    await run.seen(/Stage 4: Completed Task/);
    run.process.kill('SIGKILL');
    expect(await run.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await latest()).toMatchObject({ status: RunStatus.Running });
    const resumed = await user.galley(['resume', '--json']);
    await expectFinished(resumed);
    expect(resumed.stderr).not.toContain('Another process holds this run');
    expect((await user.galley(['logs'])).stdout).toContain('Another worker goes on with this run');
  });

  it('abandons the batch in flight on a second Ctrl-C', async () => {
    const run = user.start(['run', file], stuck);
    await run.seen(/Stage 2: Processing batch 1/);
    run.process.kill('SIGINT');
    await run.seen(/Ctrl-C again to abandon it/);
    const again = setInterval(() => run.process.kill('SIGINT'), 500);
    const abandoned = await run.ended;
    clearInterval(again);
    expect(abandoned).toMatchObject({ code: 130, signal: null });
    expect(await latest()).toMatchObject({ status: RunStatus.Paused, lease: { owner: null } });
  });

  it('takes two signals at the same moment for one', async () => {
    const run = user.start(['run', file], stuck);
    await run.seen(/Stage 2: Processing batch 1/);
    run.process.kill('SIGINT');
    run.process.kill('SIGINT');
    await run.seen(/Ctrl-C again to abandon it/);
    expect(await latest()).toMatchObject({ lease: { owner: expect.any(String) } });
    run.process.kill('SIGKILL');
    await run.ended;
  });

  it('pauses and abandons what will not end on SIGTERM', async () => {
    const run = user.start(['run', file], stuck);
    await run.seen(/Stage 2: Processing batch 1/);
    run.process.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 143, signal: null });
    expect(await latest()).toMatchObject({ status: RunStatus.Paused, lease: { owner: null } });
  });

  it('can be cancelled from outside, which releases what it holds', async () => {
    const run = user.start(['run', file]);
    await run.seen(/Stage 5 starting/);
    expect(await user.galley(['cancel', '--site', file.replace('.csv', '')])).toMatchObject({ code: 0 });
    const cancelled = await run.ended;
    expect(cancelled.code).toBe(1);
    expect(cancelled.stdout).toContain('The run was cancelled.');
    expect(await latest()).toMatchObject({ status: RunStatus.Cancelled, hold: 0 });
  });
});
