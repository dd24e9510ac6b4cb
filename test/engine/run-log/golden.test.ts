import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderRunLog } from '../../../server/engine/run-log/render.ts';
import { exampleRun } from './example-run.ts';

const golden = join(import.meta.dirname, 'golden');
const files = ['automation_run.log', ...[1, 2, 3, 4, 5, 6, 7].map((n) => `stage_${n}.log`)];

describe("the log of the plan's example run", () => {
  it('is one file for the run and one for each of its seven stages', async () => {
    expect([...renderRunLog(exampleRun()).keys()].sort()).toEqual(files);
    expect((await readdir(golden)).sort()).toEqual(files);
  });

  it.each(files)('reads, in %s, as the golden file does', async (file) => {
    await expect(renderRunLog(exampleRun()).get(file)).toMatchFileSnapshot(join(golden, file));
  });

  it.each(files)('has the time in front of every line of %s that is no heading', (file) => {
    const text = renderRunLog(exampleRun()).get(file) ?? '';
    const lines = text.replace(/={40}\n(?:.+\n)+={40}\n/g, '').split('\n');
    const others = lines.filter((line) => line !== '' && !/^--- Batch \d+\/\d+ ---$/.test(line));
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toMatch(/^\d\d:\d\d:\d\d - \S/);
  });
});
