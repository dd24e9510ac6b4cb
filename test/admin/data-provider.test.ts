import { CancelledError, QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAsk } from '../../admin/data/ask.ts';
import { createDataProvider } from '../../admin/data/data-provider.ts';
import { resource } from '../../admin/data/resource.ts';
import { tables } from '../../admin/tables.ts';
import { Keyword } from '../../schema/keyword.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openCountedWay } from './support/counted-way.ts';

const app = await openTestApi();
const { database } = app.engine;
const site = await makeSite(database, { name: 'Coffee' });
const siteId = String(site._id);
const { cluster, idea, task, image, reviewable } = pipelineOf(database, site);
const way = await openCountedWay(app.api.url, await app.person(site.account));
const provider = createDataProvider(createAsk(way.url), tables, () => siteId);

const { keywords, sites } = resource;
const grinders = await cluster({ name: 'Grinders' });
const [burr, blade] = await makeKeywords(database, site, ['burr grinder', 'blade grinder'], {
  cluster: grinders._id,
});
if (!burr || !blade) throw new TypeError('two keywords were asked for');
await makeKeywords(database, site, ['pour over']);

const sort = { field: 'phrase', order: 'ASC' } as const;
const pagination = { page: 1, perPage: 25 };
const idOf = ({ _id }: { _id: unknown }) => String(_id);

beforeEach(() => void way.taken());

describe('what is read', () => {
  it('is a page of a list, in its order and of how many', async () => {
    const page = { page: 2, perPage: 2 };
    const read = await provider.getList(keywords, { pagination: page, sort, filter: {} });
    expect(read).toMatchObject({ data: [{ phrase: 'pour over' }], total: 3 });
    const found = await provider.getList(keywords, { pagination, sort, filter: { search: 'blade' } });
    expect(found).toMatchObject({ data: [{ id: idOf(blade) }], total: 1 });
    expect(way.taken()).toEqual(['Keywords', 'Keywords']);
  });

  it('comes a hundred at a time where a page is larger', async () => {
    const other = await makeSite(database, { account: site.account });
    await makeKeywords(database, other, numbered(120));
    const filter = { siteId: String(other._id) };
    const all = await provider.getList(keywords, { pagination: { page: 1, perPage: 500 }, sort, filter });
    expect(new Set(all.data.map(({ id }) => id)).size).toBe(120);
    expect(way.taken()).toEqual(['Keywords', 'Keywords']);
  });

  it.each(Object.keys(tables))('is of any kind: %s', async (name) => {
    expect(await provider.getList(name, { pagination, sort, filter: {} })).toMatchObject({
      data: expect.any(Array),
      total: expect.any(Number),
    });
    expect(way.taken()).toHaveLength(1);
  });

  it('is one thing by its id, or why there is none', async () => {
    expect((await provider.getOne(keywords, { id: idOf(burr) })).data).toMatchObject({
      phrase: 'burr grinder',
      cluster: { name: 'Grinders' },
    });
    await expect(provider.getOne(keywords, { id: siteId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is many by their ids in one request, or one by one where a list cannot be asked for ids', async () => {
    const many = await provider.getMany(keywords, { ids: [idOf(blade), idOf(burr)] });
    expect(many.data.map(({ id }) => id).sort()).toEqual([idOf(burr), idOf(blade)].sort());
    expect(way.taken()).toEqual(['Keywords']);
    expect((await provider.getMany(sites, { ids: [siteId] })).data).toMatchObject([{ name: 'Coffee' }]);
    expect(way.taken()).toEqual(['Site']);
  });

  it('is what belongs to another thing', async () => {
    const target = { target: 'clusterId', id: idOf(grinders) };
    const own = await provider.getManyReference(keywords, { ...target, pagination, sort, filter: {} });
    expect(own).toMatchObject({ data: [{ id: idOf(blade) }, { id: idOf(burr) }], total: 2 });
  });
});

describe('what is changed', () => {
  it('is made, without what was left empty', async () => {
    const data = { name: 'Tea', url: 'https://tea.test', audience: null };
    const made = await provider.create(sites, { data });
    expect(made.data).toMatchObject({ id: expect.any(String), name: 'Tea', url: 'https://tea.test' });
    expect(way.taken()).toEqual(['CreateSite']);
  });

  it('is told what is wrong with it, field by field, as forms show it', async () => {
    const data = { url: 'tea', timeZone: 'Mars/Base' };
    const wrong = { url: expect.stringMatching(/\S/), timeZone: expect.stringMatching(/\S/) };
    const refused = { code: 'INVALID_INPUT', body: { errors: wrong } };
    await expect(provider.create(sites, { data: { name: 'Chai', ...data } })).rejects.toMatchObject(refused);
    await expect(
      provider.update(sites, { id: siteId, data, previousData: { id: siteId } }),
    ).rejects.toMatchObject(refused);
  });

  it('are those fields alone that were edited; nothing is sent where none was', async () => {
    const { data: before } = await provider.getOne(sites, { id: siteId });
    // Somebody else's meanwhile.
    await provider.update(sites, {
      id: siteId,
      data: { audience: 'Baristas' },
      previousData: { id: siteId },
    });
    way.taken();
    const { data: after } = await provider.update(sites, {
      id: siteId,
      data: { ...before, name: 'Coffees' },
      previousData: before,
    });
    expect(after).toMatchObject({ name: 'Coffees', audience: 'Baristas' });
    await provider.update(sites, { id: siteId, data: after, previousData: after });
    expect(way.taken()).toEqual(['UpdateSite']);
  });
});

describe('what is done to many', () => {
  const bulk = [
    [resource.keywords, async () => makeKeywords(database, site, ['French press', 'moka pot'])],
    [resource.clusters, () => Promise.all([cluster(), cluster()])],
    [resource.ideas, () => Promise.all([idea(), idea()])],
    [resource.tasks, () => Promise.all([task(), task()])],
    [
      resource.contents,
      async () => (await Promise.all([reviewable(), reviewable()])).map(({ content }) => content),
    ],
    [resource.images, () => Promise.all([image(), image()])],
  ] as const;

  it.each(bulk)('is one mutation, and tells how many it has changed: %s', async (name, make) => {
    const ids = (await make()).map(idOf);
    const data =
      name === resource.ideas || name === resource.tasks ? { wordTarget: 900 } : { disabled: true };
    const changed = await provider.updateMany(name, { ids, data });
    expect(changed).toEqual({ data: ids, meta: { changed: 2, leftOutCount: 0, leftOut: [] } });
    const deleted = await provider.deleteMany(name, { ids });
    expect(deleted).toEqual({ data: ids, meta: { changed: 2, leftOutCount: 0, leftOut: [] } });
    expect(way.taken()).toEqual([expect.stringMatching(/^Update/), expect.stringMatching(/^(Delete|Drop)/)]);
    expect((await provider.getMany(name, { ids })).data).toEqual([]);
  });

  it('is all that match a filter, however many a page shows', async () => {
    const other = await makeSite(database, { account: site.account });
    await makeKeywords(database, other, numbered(150, 'drip'));
    await makeKeywords(database, other, ['siphon']);
    const meta = { siteId: String(other._id), filter: { search: 'drip' } };
    const { meta: outcome } = await provider.deleteMany(keywords, { ids: [], meta });
    expect(outcome).toMatchObject({ changed: 150 });
    expect(way.taken()).toEqual(['DeleteKeywords']);
    expect(await database.of(Keyword).distinct('phrase', { site: other._id })).toEqual(['siphon']);
  });

  it('is one thing, too', async () => {
    const [one] = await makeKeywords(database, site, ['ristretto']);
    const previousData = { id: String(one?._id) };
    expect(await provider.delete(keywords, { id: previousData.id, previousData })).toEqual({
      data: previousData,
    });
    expect(way.taken()).toEqual(['DeleteKeywords']);
    expect(await database.of(Keyword).countDocuments({ phrase: 'ristretto' })).toBe(0);
  });
});

describe('a reader that goes away', () => {
  type Read = (signal: AbortSignal) => Promise<unknown>;
  const many = { pagination, sort, filter: {} };
  const reads: readonly (readonly [string, Read])[] = [
    ['getList', (signal) => provider.getList(keywords, { ...many, signal })],
    ['getOne', (signal) => provider.getOne(keywords, { id: idOf(burr), signal })],
    ['getMany', (signal) => provider.getMany(keywords, { ids: [idOf(burr)], signal })],
    ['getMany, one by one', (signal) => provider.getMany(sites, { ids: [siteId], signal })],
    [
      'getManyReference',
      (signal) =>
        provider.getManyReference(keywords, { target: 'clusterId', id: idOf(grinders), ...many, signal }),
    ],
  ];

  it.each(reads)('ends its request, and is told nothing else: %s', async (_, read) => {
    const held = way.hold('answer');
    const reader = new AbortController();
    const reading = read(reader.signal);
    await held.come;
    reader.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await held.closed;
  });

  it('may do so in the middle of an answer', async () => {
    const held = way.hold('rest of the answer');
    const reader = new AbortController();
    const reading = provider.getList(keywords, { ...many, signal: reader.signal });
    await held.come;
    reader.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await held.closed;
  });

  it('is a page that nobody looks at any more', async () => {
    const held = way.hold('answer');
    const cache = new QueryClient();
    const queryKey = ['keywords'];
    const reading = cache.fetchQuery({
      queryKey,
      queryFn: ({ signal }) => provider.getList(keywords, { ...many, signal }),
    });
    await held.come;
    await Promise.all([
      expect(reading).rejects.toBeInstanceOf(CancelledError),
      cache.cancelQueries({ queryKey }),
    ]);
    await held.closed;
    expect(cache.getQueryState(queryKey)).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
  });
});
