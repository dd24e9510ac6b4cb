import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { galleyUser } from '../cli/galley.ts';
import type { Ended } from '../support/watched.ts';

const coffee = resolve('examples/coffee.csv');
const bin = resolve('bin/galley.js');
const limitMs = 60_000;

const user = galleyUser();
/** Nothing but the program and an empty folder: no database is named, nothing is set. */
const fresh = {
  MONGODB_URI: undefined,
  DATA_DIR: undefined,
  LOG_DIR: undefined,
  LOG_LEVEL: undefined,
  STAGE_PLUGINS: undefined,
  NODE_OPTIONS: undefined,
};

/** To where the frame before began. */
const upAgain = new RegExp(`${'\u001b'}\\[\\d+A`);

/** All that stands in such an attribute of a page, in order. */
function valuesOf(page: string, attribute: 'href' | 'src'): string[] {
  return [...page.matchAll(new RegExp(`\\b${attribute}="([^"]+)"`, 'g'))].map(([, value = '']) => value);
}

describe('the demo, in an empty folder', () => {
  let ended: Ended;
  let tookMs: number;
  let out: string;

  beforeAll(async () => {
    const started = performance.now();
    ended = await user.galley(['run', coffee], fresh);
    tookMs = performance.now() - started;
    const [run = ''] = await readdir(join(user.folder, 'out')).catch(() => []);
    out = join(user.folder, 'out', run);
  }, 300_000);

  it('exits with 0 after 47 keywords, 56 articles and 224 images', () => {
    expect(ended, ended.stderr).toMatchObject({ code: 0, signal: null });
    expect(ended.stderr).toContain('47 keywords imported from');
    expect(ended.stdout).toContain('The run is complete. 56 articles are ready for review.');
    expect(ended.stdout).toMatch(/✓ 6 Image Prompts → Images +224 +224 images generated/);
  });

  it('has found 1,500 credits on its account, and estimated the plan’s 866', async () => {
    const { stdout } = await user.galley(['logs', 'latest'], fresh);
    expect(stdout).toContain('Credit check: Account has 1500 credits, estimated need: 866 credits');
  });

  it('takes less than a minute, the start of its own database included', () => {
    console.log(`the demo took ${(tookMs / 1000).toFixed(1)} s`);
    expect(tookMs).toBeLessThan(limitMs);
  });

  it('leaves an index of 56 pages, which are there with their pictures', async () => {
    const index = await readFile(join(out, 'index.html'), 'utf8');
    const pages = [...new Set(valuesOf(index, 'href').filter((href) => /^[^/:#]+\.html$/.test(href)))];
    expect(pages).toHaveLength(56);
    const pictures = new Set<string>();
    for (const page of pages) {
      const html = await readFile(join(out, page), 'utf8');
      for (const src of valuesOf(html, 'src')) pictures.add(join(dirname(page), src));
    }
    expect(pictures.size).toBe(224);
    for (const picture of pictures) {
      const jpeg = await readFile(join(out, picture));
      expect(jpeg.subarray(0, 3).toString('hex'), picture).toBe('ffd8ff');
      const webp = await readFile(join(out, picture.replace(/\.jpg$/, '.webp')));
      expect(webp.subarray(8, 12).toString(), picture).toBe('WEBP');
    }
  });

  it('leaves books that the audit finds no fault with', async () => {
    const { code, stdout } = await user.galley(['audit'], fresh);
    console.log(stdout.trim());
    expect(code).toBe(0);
  });
});

describe('a run on a terminal', () => {
  it('is drawn over and over in one place, a line a stage, and ends with its summary', async () => {
    const list = await user.file('one.csv', ['keyword', 'coffee beans']);
    const typed = `stty cols 120 rows 40; ${process.execPath} ${bin} run ${list}`;
    const shell = user.program('script', ['-qec', typed, '/dev/null'], { ...fresh, TERM: 'xterm-256color' });
    const { code, stdout } = await shell.ended;
    expect(code, stdout).toBe(0);
    const frames = stdout.split(upAgain).map(stripVTControlCharacters);
    const isShown = (line: RegExp) => frames.some((frame) => line.test(frame));
    expect(frames.length).toBeGreaterThan(3);
    // A short stage may be over between two frames: that of the images comes last and takes longest.
    expect(isShown(/· 6 Image Prompts → Images +─+/)).toBe(true);
    expect(isShown(/● \d \D+ \d+\/\d+/)).toBe(true);
    expect(isShown(/✓ 1 Keywords → Clusters +━+ +1\/1/)).toBe(true);
    expect(isShown(/✓ 4 Tasks → Content +━+ +7\/7/)).toBe(true);
    expect(isShown(/· 7 Content → Review/)).toBe(true);
    expect(frames.at(-1)).toContain('The run is complete. 7 articles are ready for review.');
    expect(frames.at(-1)).not.toContain('━');
  });
});
