import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { createBucket } from '../../server/media/bucket.ts';
import { createGridFs } from '../../server/media/gridfs.ts';
import { openMedia } from '../../server/media/open-media.ts';
import { openBucketServer } from '../support/bucket-server.ts';
import { storedPictures } from '../support/stored-pictures.ts';

const database = await openDatabase(inject('mongoUri'), { name: `test-${randomUUID()}` });
await migrate(database.db, migrations);
const server = await openBucketServer();
afterAll(async () => {
  await database.db.dropDatabase();
  await database.close();
});

const options = {
  bucket: 'pictures',
  region: 'eu-central-1',
  endpoint: server.endpoint,
  credentials: { accessKeyId: 'an-id', secretAccessKey: 'a-secret' },
};
const bucket = await createBucket(options);
const gridFs = createGridFs(database);
const mediaType = 'image/webp';
const stored = storedPictures(database);

/** As if the picture had been stored at that time. */
async function date(key: string, time: Date): Promise<void> {
  await stored.date(key, time);
  const object = server.objects.get(key);
  if (object) object.modified = time;
}

async function all(pages: AsyncIterable<string[]>): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page);
  return keys;
}

describe.each([
  ['the database', gridFs],
  ['a bucket', bucket],
])('pictures kept in %s', (_, store) => {
  const folder = randomUUID();
  const small = { bytes: Buffer.from('a picture'), mediaType };

  it('are found under their keys, whole, however large', async () => {
    for (const length of [0, 1, 261_120, 261_121, 900_000]) {
      const bytes = randomBytes(length);
      await store.put({ [`${folder}/of-${length}.webp`]: { bytes, mediaType } });
      expect(await store.read(`${folder}/of-${length}.webp`)).toEqual(bytes);
    }
  });

  it('may be stored together, each under its own', async () => {
    const [main, other] = [`${folder}/both.webp`, `${folder}/both.jpg`];
    const fallback = { bytes: randomBytes(300_000), mediaType: 'image/jpeg' };
    await store.put({ [main]: small, [other]: fallback });
    expect(await store.read(main)).toEqual(small.bytes);
    expect(await store.read(other)).toEqual(fallback.bytes);
  });

  it('are not there when they were never stored', async () => {
    expect(await store.read(`${folder}/none.webp`)).toBeNull();
  });

  it('stay one when stored again, even twice at once', async () => {
    const key = `${folder}/twice.webp`;
    await Promise.all([store.put({ [key]: small }), store.put({ [key]: small })]);
    await store.put({ [key]: small });
    expect(await store.read(key)).toEqual(small.bytes);
    const soon = new Date(Date.now() + 60_000);
    const keys = (await all(store.storedBefore(soon))).filter((one) => one === key);
    expect(keys).toEqual([key]);
  });

  it('are told by their age, which storing them again makes new', async () => {
    const [old, again] = [`${folder}/old.webp`, `${folder}/again.webp`];
    for (const key of [old, again]) {
      await store.put({ [key]: small });
      await date(key, new Date('2020-01-01'));
    }
    await store.put({ [again]: small });
    expect(await all(store.storedBefore(new Date('2021-01-01')))).toEqual([old]);
  });

  it('are removed by key, and by folder without those of its neighbours', async () => {
    const home = randomUUID();
    const keys = ['a', 'b', 'c', 'd', 'e'].map((name) => `${home}/${name}.webp`);
    const neighbour = `${home}-2/a.webp`;
    for (const key of [...keys, neighbour]) await store.put({ [key]: small });
    await store.remove([keys[0] ?? '', `${home}/never-there.webp`]);
    expect(await store.read(keys[0] ?? '')).toBeNull();
    expect(await store.read(keys[1] ?? '')).toEqual(small.bytes);
    await store.removeFolder(home);
    for (const key of keys) expect(await store.read(key)).toBeNull();
    expect(await store.read(neighbour)).toEqual(small.bytes);
    await store.remove([]);
    expect(await stored.strayChunks()).toBe(0);
  });
});

describe('the database', () => {
  it('ends with a whole picture where a put was cut off half way', async () => {
    const bytes = randomBytes(600_000);
    const key = `${randomUUID()}/cut-off.webp`;
    await gridFs.put({ [key]: { bytes, mediaType } });
    await database.db.collection('media.chunks').deleteOne({ n: 1 });
    await gridFs.put({ [key]: { bytes, mediaType } });
    expect(await gridFs.read(key)).toEqual(bytes);
  });
});

describe('a bucket', () => {
  it('is asked by signed requests, with a media type for whoever else reads it', async () => {
    await bucket.put({ 'site/signed.webp': { bytes: Buffer.from('x'), mediaType } });
    expect(server.seen.at(-1)).toMatchObject({
      method: 'PUT',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=an-id\/\d+\/eu-central-1\/s3\//),
    });
    expect(server.objects.get('site/signed.webp')?.mediaType).toBe('image/webp');
  });

  it('that refuses is told with its name and its reason, a picture that it does not take with its key', async () => {
    server.state.denies = true;
    const unreachable = {
      code: 'MEDIA_UNREACHABLE',
      message: expect.stringContaining('"pictures" cannot be used: Access Denied.'),
    };
    const put = bucket.put({ 'site/a.webp': { bytes: Buffer.from('x'), mediaType } });
    await expect(put).rejects.toMatchObject({
      code: 'MEDIA_NOT_STORED',
      details: { key: 'site/a.webp', reason: 'Access Denied' },
    });
    await expect(bucket.read('site/a.webp')).rejects.toMatchObject(unreachable);
    await expect(bucket.remove(['site/a.webp'])).rejects.toMatchObject(unreachable);
    await expect(bucket.removeFolder('site')).rejects.toMatchObject(unreachable);
    await expect(all(bucket.storedBefore(new Date()))).rejects.toMatchObject(unreachable);
    server.state.denies = false;
  });

  it('is used where one is named, else the database', async () => {
    const file = { bytes: Buffer.from('here'), mediaType };
    const settings = {
      S3_REGION: options.region,
      S3_ENDPOINT: options.endpoint,
      S3_ACCESS_KEY_ID: 'an-id',
      S3_SECRET_ACCESS_KEY: 'a-secret',
    };
    const inBucket = await openMedia({ ...settings, S3_BUCKET: 'pictures' }, database);
    await inBucket.put({ 'site/in-bucket.webp': file });
    await (await openMedia(settings, database)).put({ 'site/in-database.webp': file });
    expect(server.objects.has('site/in-bucket.webp')).toBe(true);
    expect(server.objects.has('site/in-database.webp')).toBe(false);
    expect(await gridFs.read('site/in-database.webp')).toEqual(file.bytes);
    expect(await gridFs.read('site/in-bucket.webp')).toBeNull();
  });
});
