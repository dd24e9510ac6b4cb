import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeRunLogs, runLogFolder } from '../../../server/engine/run-log/folders.ts';
import { syncRunLog } from '../../../server/engine/run-log/writer.ts';
import { temporaryFolder } from './log-folder.ts';
import { troubledRun } from './troubled-run.ts';

const run = { account: '5', site: '12', runId: 'run_20251203_140523_manual' };

async function withRuns(root: string, runs: (typeof run)[]): Promise<void> {
  for (const one of runs) {
    await mkdir(runLogFolder(root, one), { recursive: true });
    await writeFile(join(runLogFolder(root, one), 'automation_run.log'), '');
  }
}

describe('the folder of a run', () => {
  it('is logs/automation/{account}/{site}/{run_id}', () => {
    expect(runLogFolder('logs', run)).toBe(join('logs', 'automation', '5', '12', run.runId));
  });

  it('is made with a log for the run and one for each stage', async () => {
    const root = await temporaryFolder();
    await syncRunLog({ folder: runLogFolder(root, run), readAfter: troubledRun });
    const names = await readdir(join(root, 'automation', '5', '12', run.runId));
    expect(names.filter((name) => !name.startsWith('.')).sort()).toEqual([
      'automation_run.log',
      ...[1, 2, 3, 4, 5].map((number) => `stage_${number}.log`),
    ]);
  });

  it.each(['..', '../..', '/etc', '.', '', 'a/b', 'a\\b', '..\u0000'])(
    'is never outside the root, with %j',
    (name) => {
      const folder = runLogFolder('/srv/logs', { account: name, site: name, runId: name });
      const steps = relative('/srv/logs/automation', folder).split(/[\\/]/);
      expect(steps).toHaveLength(3);
      expect(steps).not.toContain('..');
    },
  );
});

describe('removing the logs of old runs', () => {
  it('deletes the folders of the runs named, and no other', async () => {
    const root = await temporaryFolder();
    const kept = { ...run, runId: 'run_20251204_020000_scheduled' };
    await withRuns(root, [run, kept]);
    expect(await removeRunLogs(root, [run])).toEqual([]);
    expect(await readdir(join(root, 'automation', '5', '12'))).toEqual([kept.runId]);
  });

  it('deletes the folders of sites and accounts that are empty then', async () => {
    const root = await temporaryFolder();
    await withRuns(root, [run, { ...run, account: '6' }]);
    await removeRunLogs(root, [run]);
    expect(await readdir(join(root, 'automation'))).toEqual(['6']);
  });

  it('counts a folder as deleted that is not there', async () => {
    const root = await temporaryFolder();
    expect(await removeRunLogs(root, [run])).toEqual([]);
    await withRuns(root, [run]);
    expect(await removeRunLogs(root, [run, run])).toEqual([]);
  });

  it('goes on past one that cannot be deleted, and says why', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'automation'));
    await writeFile(join(root, 'automation', '7'), 'a file where a folder should be');
    await withRuns(root, [run]);
    const blocked = { ...run, account: '7' };
    expect(await removeRunLogs(root, [blocked, run])).toEqual([
      { run: blocked, reason: expect.stringContaining('ENOTDIR') },
    ]);
    expect(await readdir(join(root, 'automation'))).toEqual(['7']);
  });
});
