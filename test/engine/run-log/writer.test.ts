import { cp, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../server/engine/run-log/log-row.ts';
import { renderRunLog } from '../../../server/engine/run-log/render.ts';
import { RunLogFiles } from '../../../server/engine/run-log/run-log-files.ts';
import { appendRows, syncRunLog } from '../../../server/engine/run-log/writer.ts';
import { exampleRun } from './example-run.ts';
import { readLogs, sorted, temporaryFolder } from './log-folder.ts';

const rows = exampleRun();
const last = rows.length;
const whole = sorted(renderRunLog(rows));
const textsOf = (some: readonly LogRow[]) => sorted(renderRunLog(some));
const pageOf = (size: number) => async (seq: number) => rows.slice(seq, seq + size);

async function* oneByOne(seq: number): AsyncGenerator<LogRow> {
  yield* rows.slice(seq);
}

describe('appending rows to the files of a run', () => {
  it.each([1, 2, 7, last])('gives the texts of the rows alone, byte for byte, %i at a time', async (size) => {
    const folder = await temporaryFolder();
    for (let seq = 0; seq < last; seq += size) {
      const some = rows.slice(seq, seq + size);
      expect(await appendRows(folder, some)).toEqual({ seq: some.at(-1)?.seq, warning: null });
    }
    expect(await readLogs(folder)).toEqual(whole);
  });

  it('changes nothing when the same rows come again, or overlap with earlier ones', async () => {
    const folder = await temporaryFolder();
    await appendRows(folder, rows.slice(0, 30));
    const record = await readFile(join(folder, '.written.json'));
    expect((await appendRows(folder, rows.slice(0, 30))).seq).toBe(30);
    expect((await appendRows(folder, rows.slice(5, 20))).seq).toBe(30);
    expect((await appendRows(folder, [])).seq).toBe(30);
    expect(await readFile(join(folder, '.written.json'))).toEqual(record);
    await appendRows(folder, rows.slice(20));
    expect(await readLogs(folder)).toEqual(whole);
  });

  it('leaves rows out that do not follow the last one written', async () => {
    const folder = await temporaryFolder();
    expect((await appendRows(folder, rows.slice(3))).seq).toBe(0);
    await appendRows(folder, rows.slice(0, 10));
    expect((await appendRows(folder, rows.slice(20))).seq).toBe(10);
    expect(await readLogs(folder)).toEqual(textsOf(rows.slice(0, 10)));
  });
});

describe('a crash while a row is written', () => {
  it('is repaired, whichever row it was and whichever file it cut', async () => {
    const folder = await temporaryFolder();
    const crashed = join(await temporaryFolder(), 'run');
    for (const [index, row] of rows.entries()) {
      const before = await readLogs(folder);
      const record = await readFile(join(folder, '.written.json')).catch(() => null);
      await appendRows(folder, [row]);
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
        expect(await appendRows(crashed, [row])).toEqual({ seq: index + 1, warning: null });
        expect(await readLogs(crashed)).toEqual(after);
      }
    }
    expect(await readLogs(folder)).toEqual(whole);
  });

  it('is repaired where a worker goes on from the rows stored', async () => {
    const folder = await temporaryFolder();
    await appendRows(folder, rows.slice(0, 40));
    const record = await readFile(join(folder, '.written.json'));
    await appendRows(folder, rows.slice(0, 45));
    await writeFile(join(folder, '.written.json'), record);
    expect((await syncRunLog({ folder, readAfter: async () => [] })).seq).toBe(40);
    expect(await readLogs(folder)).toEqual(textsOf(rows.slice(0, 40)));
  });
});

describe('a worker that takes a run up', () => {
  it.each([
    ['nothing', 0],
    ['half of them', Math.floor(last / 2)],
    ['all of them', last],
  ])('writes what its machine lacks, with %s there', async (_, count) => {
    for (const readAfter of [oneByOne, pageOf(10), pageOf(last)]) {
      const folder = await temporaryFolder();
      await appendRows(folder, rows.slice(0, count));
      expect(await syncRunLog({ folder, readAfter })).toEqual({ seq: last, warning: null });
      expect(await readLogs(folder)).toEqual(whole);
    }
  });

  it.each(['stage_1.log', 'automation_run.log', '.written.json'])(
    'writes all anew where somebody deleted or cut %s',
    async (name) => {
      for (const harm of [rm, (path: string) => truncate(path, 10)]) {
        const folder = await temporaryFolder();
        await appendRows(folder, rows.slice(0, 50));
        await harm(join(folder, name));
        await syncRunLog({ folder, readAfter: oneByOne });
        expect(await readLogs(folder)).toEqual(whole);
      }
    },
  );

  it('begins where the stored rows begin, when older ones are gone', async () => {
    const folder = await temporaryFolder();
    const kept = rows.slice(10);
    expect(
      (await syncRunLog({ folder, readAfter: async (seq) => kept.filter((row) => row.seq > seq) })).seq,
    ).toBe(last);
    expect(await readLogs(folder)).toEqual(textsOf(kept));
  });

  it('passes on what the reading of the rows throws', async () => {
    const folder = await temporaryFolder();
    const readAfter = () => Promise.reject(new TypeError('not connected'));
    await expect(syncRunLog({ folder, readAfter })).rejects.toThrow('not connected');
  });
});

describe('a folder that cannot be written', () => {
  const blocked = async () => {
    const file = join(await temporaryFolder(), 'logs');
    await writeFile(file, 'a file where the folder should be');
    return file;
  };

  it('is reported in one sentence, and never thrown', async () => {
    const folder = join(await blocked(), 'run');
    const warning = expect.stringMatching(
      /^The run's log files cannot be written \(ENOTDIR: not a directory\)\. /,
    );
    expect(await appendRows(folder, rows)).toEqual({ seq: 0, warning });
    expect(await syncRunLog({ folder, readAfter: oneByOne })).toEqual({ seq: 0, warning });
  });

  it('is reported once a worker, and filled up as soon as it can be written', async () => {
    const file = await blocked();
    const folder = join(file, 'run');
    const files = new RunLogFiles({ folder, readAfter: oneByOne });
    expect(await files.append(rows.slice(0, 10))).toContain('ENOTDIR');
    expect(await files.append(rows.slice(10, 20))).toBeNull();
    expect(await files.sync()).toBeNull();
    await rm(file);
    await mkdir(file);
    expect(await files.append(rows.slice(20, 30))).toBeNull();
    expect(await readLogs(folder)).toEqual(whole);
  });

  it('loses nothing when the disk is full in the middle of a row', async () => {
    const folder = await temporaryFolder();
    const files = new RunLogFiles({ folder, readAfter: oneByOne });
    const stageBegins = rows.findIndex((row) => row.stageNumber === 2);
    await files.append(rows.slice(0, stageBegins));
    await symlink('/dev/full', join(folder, 'stage_2.log'));
    expect(await files.append(rows.slice(stageBegins, stageBegins + 1))).toContain('no space left on device');
    await rm(join(folder, 'stage_2.log'));
    await files.append(rows.slice(stageBegins + 1));
    expect(await readLogs(folder)).toEqual(whole);
  });
});

describe('the log files of a worker', () => {
  it('are written in order, however fast the calls follow each other', async () => {
    const folder = await temporaryFolder();
    const files = new RunLogFiles({ folder, readAfter: oneByOne });
    await Promise.all([files.sync(), ...rows.map((row) => files.append([row]))]);
    expect(await readLogs(folder)).toEqual(whole);
  });

  it('go on after a failed reading', async () => {
    const folder = await temporaryFolder();
    let isDown = true;
    const readAfter = (seq: number) => (isDown ? Promise.reject(new TypeError('down')) : pageOf(last)(seq));
    const files = new RunLogFiles({ folder, readAfter });
    await expect(files.append(rows.slice(5, 6))).rejects.toThrow('down');
    isDown = false;
    await files.append(rows.slice(6, 7));
    expect(await readLogs(folder)).toEqual(whole);
  });
});
