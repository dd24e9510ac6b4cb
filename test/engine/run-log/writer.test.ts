import { cp, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../server/engine/run-log/log-row.ts';
import { renderRunLog } from '../../../server/engine/run-log/render.ts';
import { syncRunLog } from '../../../server/engine/run-log/writer.ts';
import { readLogs, sorted, temporaryFolder } from './log-folder.ts';
import { troubledRun } from './troubled-run.ts';

const rows = troubledRun();
const last = rows.length;
const whole = sorted(renderRunLog(rows));
const textsOf = (some: readonly LogRow[]) => sorted(renderRunLog(some));

/** Synchronises a folder while the run has had so many rows. */
const syncUpTo = (folder: string, count: number) =>
  syncRunLog({ folder, readAfter: (seq) => rows.slice(seq, count) });

async function* oneByOne(seq: number): AsyncGenerator<LogRow> {
  yield* rows.slice(seq);
}

describe('the files of a run', () => {
  it.each([1, 2, 7, last])('have the texts of the rows alone, byte for byte, %i at a time', async (step) => {
    const folder = await temporaryFolder();
    for (let count = step; count < last + step; count += step) {
      expect(await syncUpTo(folder, count)).toEqual({ seq: Math.min(count, last), warning: null });
      expect(await readLogs(folder)).toEqual(textsOf(rows.slice(0, count)));
    }
  });

  it('stay as they are when there are no new rows', async () => {
    const folder = await temporaryFolder();
    await syncUpTo(folder, 30);
    const record = await readFile(join(folder, '.written.json'));
    expect(await syncUpTo(folder, 30)).toEqual({ seq: 30, warning: null });
    expect(await readFile(join(folder, '.written.json'))).toEqual(record);
    expect(await readLogs(folder)).toEqual(textsOf(rows.slice(0, 30)));
  });

  it('hold a run of any length', async () => {
    const folder = await temporaryFolder();
    const phases = rows.filter(({ event }) => event.type === 'batch.phase');
    const many = Array.from({ length: 100 }, () => phases)
      .flat()
      .slice(0, 1_700)
      .map((row, index) => ({ ...row, seq: index + 1 }));
    expect((await syncRunLog({ folder, readAfter: (seq) => many.slice(seq) })).seq).toBe(1_700);
    expect(await readLogs(folder)).toEqual(textsOf(many));
  });

  it('begin where the stored rows begin, when older ones are gone', async () => {
    const folder = await temporaryFolder();
    const kept = rows.slice(10);
    await syncRunLog({ folder, readAfter: (seq) => kept.filter((row) => row.seq > seq) });
    expect(await readLogs(folder)).toEqual(textsOf(kept));
  });
});

describe('a crash while a row is written', () => {
  it('is repaired, whichever row it was and whichever file it cut', async () => {
    const folder = await temporaryFolder();
    const crashed = join(await temporaryFolder(), 'run');
    for (const row of rows) {
      const before = await readLogs(folder);
      const record = await readFile(join(folder, '.written.json')).catch(() => null);
      await syncUpTo(folder, row.seq);
      const after = await readLogs(folder);
      for (const name of after.keys()) {
        if (after.get(name) === before.get(name)) continue;
        await rm(crashed, { recursive: true, force: true });
        await cp(folder, crashed, { recursive: true });
        const kept = Buffer.byteLength(before.get(name) ?? '');
        const full = Buffer.byteLength(after.get(name) ?? '');
        await truncate(join(crashed, name), Math.floor((kept + full) / 2));
        if (record === null) await rm(join(crashed, '.written.json'));
        else await writeFile(join(crashed, '.written.json'), record);
        expect(await syncUpTo(crashed, row.seq)).toEqual({ seq: row.seq, warning: null });
        expect(await readLogs(crashed)).toEqual(after);
      }
    }
    expect(await readLogs(folder)).toEqual(whole);
  });
});

describe('a worker that takes a run up', () => {
  it.each([
    ['nothing', 0],
    ['half of them', Math.floor(last / 2)],
    ['all of them', last],
  ])('writes what its machine lacks, with %s there', async (_, count) => {
    const folder = await temporaryFolder();
    await syncUpTo(folder, count);
    expect(await syncRunLog({ folder, readAfter: oneByOne })).toEqual({ seq: last, warning: null });
    expect(await readLogs(folder)).toEqual(whole);
  });

  it.each(['stage_1.log', 'automation_run.log', '.written.json'])(
    'writes all anew where somebody deleted or cut %s',
    async (name) => {
      for (const harm of [rm, (path: string) => truncate(path, 10)]) {
        const folder = await temporaryFolder();
        await syncUpTo(folder, 50);
        await harm(join(folder, name));
        await syncUpTo(folder, last);
        expect(await readLogs(folder)).toEqual(whole);
      }
    },
  );

  it('may meet another that is still at it: both write the same', async () => {
    for (let from = 0; from < last; from += 5) {
      const folder = await temporaryFolder();
      await syncUpTo(folder, from);
      const counts = [last, from + 1, from + 3, last, from + 2];
      const reports = await Promise.all(counts.map((count) => syncUpTo(folder, count)));
      expect(reports.map(({ warning }) => warning)).toEqual(counts.map(() => null));
      expect(await readLogs(folder)).toEqual(whole);
      await syncUpTo(folder, last);
      expect(await readLogs(folder)).toEqual(whole);
    }
  });

  it('passes on what the reading of the rows throws', async () => {
    const folder = await temporaryFolder();
    const readAfter = () => {
      throw new TypeError('not connected');
    };
    await expect(syncRunLog({ folder, readAfter })).rejects.toThrow('not connected');
  });
});

describe('a folder that cannot be written', () => {
  it('is reported in one sentence, never thrown, and filled up once it can be written', async () => {
    const place = join(await temporaryFolder(), 'logs');
    const folder = join(place, 'run');
    await writeFile(place, 'a file where the folder should be');
    const warning = expect.stringMatching(
      /^The run's log files cannot be written \(ENOTDIR: not a directory\)\. The run goes on/,
    );
    expect(await syncUpTo(folder, 20)).toEqual({ seq: 0, warning });
    expect(await syncUpTo(folder, 30)).toEqual({ seq: 0, warning });
    await rm(place);
    await mkdir(place);
    expect(await syncUpTo(folder, last)).toEqual({ seq: last, warning: null });
    expect(await readLogs(folder)).toEqual(whole);
  });

  it('loses nothing when the disk is full in the middle of a row', async () => {
    const folder = await temporaryFolder();
    const stageBegins = rows.findIndex((row) => row.stageNumber === 2);
    await syncUpTo(folder, stageBegins);
    await symlink('/dev/full', join(folder, 'stage_2.log'));
    const report = await syncUpTo(folder, stageBegins + 1);
    expect(report.seq).toBe(stageBegins);
    expect(report.warning).toContain('no space left on device');
    await rm(join(folder, 'stage_2.log'));
    await syncUpTo(folder, last);
    expect(await readLogs(folder)).toEqual(whole);
    expect((await readdir(folder)).sort()).toEqual(['.written.json', ...whole.keys()]);
  });
});
