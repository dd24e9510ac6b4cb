import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Role } from '../../schema/user.ts';
import { openApi } from '../../server/http/api.ts';
import { createBucket } from '../../server/media/bucket.ts';
import { mediaUrl } from '../../server/media/media-store.ts';
import { openTestApi } from '../support/api.ts';
import { openBucketServer } from '../support/bucket-server.ts';
import { makeSite } from '../support/factory.ts';

const app = await openTestApi();
const { database, media } = app.engine;
const server = await openBucketServer();
const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, nth) => nth % 256));

async function scene(name = 'picture.png', mediaType = 'image/png') {
  const site = await makeSite(database);
  const key = `${site._id}/${name}`;
  await media.put({ [key]: { bytes, mediaType } });
  return { site, url: mediaUrl(key), person: await app.person(site.account, Role.Viewer) };
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.api.url}${path}`, { headers });

describe('A picture', () => {
  it.each([
    ['a.png', 'image/png'],
    ['b.jpg', 'image/jpeg'],
    ['c.webp', 'image/webp'],
  ])('%s comes as %s, to be kept for good, and is not compressed again', async (name, mediaType) => {
    const { url, person } = await scene(name, mediaType);
    const response = await get(url, { ...person, 'accept-encoding': 'gzip' });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': mediaType,
      'content-length': '1000',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it('is not sent again to who has it', async () => {
    const { url, person } = await scene();
    const etag = (await get(url, person)).headers.get('etag') ?? '';
    // As browsers ask; fetch asks for a fresh one.
    const again = request(`${app.api.url}${url}`, { headers: { ...person, 'if-none-match': etag } }).end();
    const [response] = await once(again, 'response');
    expect(response.resume().statusCode).toBe(304);
  });

  it('is told of without being sent to who asks for its head alone', async () => {
    const { url, person } = await scene();
    const head = await fetch(`${app.api.url}${url}`, { method: 'HEAD', headers: person });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '1000']);
    expect((await head.arrayBuffer()).byteLength).toBe(0);
  });

  it('comes in parts to who has others of this very file, and whole to who has some of another', async () => {
    const { url, person } = await scene();
    const etag = (await get(url, person)).headers.get('etag') ?? '';
    const ask = (condition: string) => get(url, { ...person, range: 'bytes=0-9', 'if-range': condition });
    expect((await ask(etag)).status).toBe(206);
    expect((await ask('"another"')).status).toBe(200);
  });

  it('comes in parts', async () => {
    const { url, person } = await scene();
    const part = await get(url, { ...person, range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 100-199/1000');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    expect((await get(url, { ...person, range: 'bytes=5000-' })).status).toBe(416);
    const end = await get(url, { ...person, range: 'bytes=-10' });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(bytes.subarray(990));
    for (const range of ['bytes=0-1,5-6', 'pages=1-2', 'nonsense']) {
      expect((await get(url, { ...person, range })).status, range).toBe(200);
    }
  });

  it('is there for those alone whose site it is of', async () => {
    const { url, site, person } = await scene();
    const stranger = (await scene()).person;
    expect((await get(url, await app.program(site.account))).status).toBe(200);
    const answers = [
      await get(url),
      await get(url, stranger),
      await get(`/media/${site._id}/missing.png`, person),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control')).toBeNull();
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  it('is a file of the store and nothing beside it', async () => {
    const { site, person } = await scene();
    await writeFile(join(app.folder, 'secret.png'), 'secret');
    await mkdir(join(app.folder, 'media', `${site._id}`, 'deeper'), { recursive: true });
    const paths = [
      `/media/${site._id}/..%2f..%2fsecret.png`,
      `/media/${site._id}/..%5c..%5csecret.png`,
      `/media/..%2fsecret.png/x.png`,
      `/media/%2e%2e/secret.png`,
      `/media/${site._id}/secret.png%00.png`,
      `/media/${site._id}/deeper`,
      `/media/${site._id}/.png`,
      `/media/${site._id}/%E0%A4%A.png`,
    ];
    for (const path of paths) {
      const answer = await get(path, person);
      expect([400, 404], path).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/secret$|node_modules|at /);
    }
  });
});

describe('A picture in a bucket', () => {
  it('is served as from the database; a bucket that does not answer is told as such, and nothing of it', async () => {
    const inBucket = await createBucket({
      bucket: 'pictures',
      region: 'eu-central-1',
      endpoint: server.endpoint,
      credentials: { accessKeyId: 'an-id', secretAccessKey: 'a-secret' },
    });
    const engine = { ...app.engine, media: inBucket };
    const api = await openApi(engine, { host: '127.0.0.1', port: 0, publishing: app.publishing, ai: app.ai });
    try {
      const { site, person } = await scene();
      const key = `${site._id}/cup.webp`;
      const url = mediaUrl(key);
      await inBucket.put({ [key]: { bytes, mediaType: 'image/webp' } });
      const response = await fetch(`${api.url}${url}`, { headers: person });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
      expect((await fetch(`${api.url}/media/${site._id}/none.webp`, { headers: person })).status).toBe(404);
      server.state.denies = true;
      const refused = await fetch(`${api.url}${url}`, { headers: person });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('cache-control')).toBeNull();
      expect(JSON.stringify(await refused.json())).toMatch(/MEDIA_UNREACHABLE/);
    } finally {
      await api.close();
    }
  });
});

describe('What is sent', () => {
  it('lets a browser run and load nothing', async () => {
    const { headers } = await get('/nowhere');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('is compressed where that helps', async () => {
    const response = await fetch(`${app.api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __schema { types { name description } } }' }),
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});
