import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../support/api.ts';

const consoleFolder = new URL('../../dist/admin', import.meta.url).pathname;
const app = await openTestApi({ api: { consoleFolder } });
const empty = await mkdtemp(join(tmpdir(), 'galley-console-'));
afterAll(() => rm(empty, { recursive: true }));

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip' };
const get = (path: string, headers: Record<string, string> = asBrowser, url = app.api.url) =>
  fetch(`${url}${path}`, { headers });

describe('the console', () => {
  it.each(['/', '/automation', '/writer/content/507f1f77bcf86cd799439011?site=x'])(
    'is the same page at %s, asked for again each time',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<div id="root">');
    },
  );

  it('runs nothing but its own files, and takes no style from anywhere else', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toMatch(/style-src-elem 'self' 'sha256-[^']+';/);
    // Of an attribute, which the editor reads of what is pasted.
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
  });

  it('has files that are kept for good, and come compressed', async () => {
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text()) ?? [];
    const { status, headers } = await get(script);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it('does not stand in for a file that is gone, nor for an answer to a program', async () => {
    expect((await get('/assets/gone-12345678.js')).status).toBe(404);
    expect((await get('/nothing', { accept: 'application/json' })).status).toBe(404);
    expect((await get('/media/a/b.png')).headers.get('content-type')).toContain('json');
  });

  it('does not tell how it was built', async () => {
    expect((await get('/.vite/manifest.json', { accept: '*/*' })).status).toBe(404);
  });

  it('is not there where it was not built', async () => {
    const api = await app.openAnother({ consoleFolder: empty });
    expect((await get('/', asBrowser, api.url)).status).toBe(404);
    await api.close();
  });
});
