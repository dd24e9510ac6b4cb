import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const vitest = resolve('node_modules/vitest/vitest.mjs');
const reporter = resolve('test/support/tests-line-reporter.ts');

/** What a run of these test files ends with, each the text of one. */
async function lastLineOf(...files: string[]): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-closing-line-'));
  try {
    for (const [n, text] of files.entries()) await writeFile(join(folder, `${n}.test.js`), text);
    const args = [vitest, 'run', '--root', folder, '--globals', `--reporter=${reporter}`];
    const { promise, resolve: done } = Promise.withResolvers<string>();
    execFile(process.execPath, args, (_, stdout) => done(stdout));
    return (await promise).trim().split('\n').at(-1);
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('a run of tests ends with how many passed and failed, among these whatever failed around them', async () => {
  const passes = "it('passes', () => {});";
  expect(await lastLineOf(passes, `describe('suite', () => { ${passes} });`)).toBe(
    'Tests: 2 passed, 0 failed',
  );
  const failing = [
    `${passes} it('fails', () => { throw new Error('x'); });`,
    `afterAll(() => { throw new Error('x'); }); ${passes}`,
    `describe('suite', () => { beforeAll(() => { throw new Error('x'); }); ${passes} });`,
    "throw new Error('cannot be loaded');",
  ];
  expect(await lastLineOf(...failing)).toBe('Tests: 2 passed, 4 failed');
});
