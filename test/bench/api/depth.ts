import { Scope } from '../../../schema/api-key.ts';
import type { Keyword } from '../../../schema/keyword.ts';
import type { Site } from '../../../schema/site.ts';
import type { App } from '../../../server/app.ts';
import { makeApiKey } from '../../../server/auth/api-keys.ts';
import { openApi } from '../../../server/http/api.ts';
import { makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { openBenchApp } from '../bench-app.ts';
import { median } from '../median.ts';
import type { Line } from '../report.ts';

const few = 1_000;
const many = 100_000;
const times = 40;

/** What a list costs of a site with many keywords, beside one with few: as it is, filtered, sorted, and deep down. */
export async function benchDepth(): Promise<Line[]> {
  const { app, close } = await openBenchApp({});
  const limits = { requestsPerMinute: 1_000_000 };
  const api = await openApi(app.engine, {
    host: '127.0.0.1',
    port: 0,
    publishing: app.publishing,
    ai: app.ai,
    limits,
  });
  try {
    const small = await siteOf(app, few);
    const large = await siteOf(app, many);
    const lines: Line[] = [];
    for (const [name, more] of Object.entries(lists)) {
      const [little, much] = [await deepCursor(api.url, small, name), await deepCursor(api.url, large, name)];
      const ofSmall = () => timed(() => ask(api.url, small, { ...more, ...little }));
      const ofLarge = () => timed(() => ask(api.url, large, { ...more, ...much }));
      const [smallMs, largeMs] = await alternating(ofSmall, ofLarge);
      const said = `${name}, of ${many.toLocaleString('en-US')} / of ${few.toLocaleString('en-US')}`;
      lines.push({ name: `${name}, of ${many.toLocaleString('en-US')}`, value: largeMs, unit: 'ms' });
      lines.push({ name: said, value: largeMs / smallMs, unit: '×', goal: 3 });
    }
    return lines;
  } finally {
    await api.close();
    await close();
  }
}

const deep = 'a page at nine tenths of its depth';
const lists: Readonly<Record<string, object>> = {
  'a list': {},
  'a filtered list': { filter: { status: 'NEW', disabled: false } },
  'a list sorted by volume': { sort: { field: 'VOLUME', order: 'DESC' } },
  [deep]: { sort: { field: 'VOLUME', order: 'DESC' } },
};

interface BenchSite {
  readonly site: Site;
  readonly keywords: readonly Keyword[];
  readonly headers: Readonly<Record<string, string>>;
}

async function siteOf({ engine: { database } }: App, count: number): Promise<BenchSite> {
  const site = await makeSite(database);
  const keywords: Keyword[] = [];
  const phrases = numbered(count);
  for (let start = 0; start < count; start += 10_000) {
    const some = phrases.slice(start, start + 10_000);
    keywords.push(...(await makeKeywords(database, site, some)));
  }
  const collection = database.db.collection('keywords');
  await collection.updateMany({ site: site._id }, [
    { $set: { volume: { $floor: { $multiply: [{ $rand: {} }, 50_000] } } } },
  ]);
  const { key } = await makeApiKey(database, { account: site.account, name: 'bench', scopes: [Scope.Read] });
  return { site, keywords, headers: { authorization: `Bearer ${key}` } };
}

/** Where the deep page begins: the cursor of the row before it. */
async function deepCursor(
  url: string,
  { site, keywords, headers }: BenchSite,
  name: string,
): Promise<object> {
  if (name !== deep) return {};
  const offset = Math.floor(keywords.length * 0.9);
  const data = await ask(url, { site, keywords, headers }, { ...lists[deep], offset });
  return { after: data.keywords.pageInfo.startCursor };
}

const query = `query ($siteId: ObjectID!, $filter: KeywordFilter, $sort: KeywordSort, $after: String, $offset: Int) {
  keywords(siteId: $siteId, first: 50, filter: $filter, sort: $sort, after: $after, offset: $offset) {
    nodes { id phrase status volume } pageInfo { startCursor endCursor hasNextPage }
  }
}`;

async function ask(url: string, { site, headers }: BenchSite, variables: object) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { siteId: site._id, ...variables } }),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface Answer {
  readonly keywords: { readonly pageInfo: { readonly startCursor: string } };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Medians of the two, which take turns. */
async function alternating(
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number, number]> {
  const [ones, others]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < times + 5; turn += 1) {
    const [a, b] = [await one(), await other()];
    // The first few warm up.
    if (turn < 5) continue;
    ones.push(a);
    others.push(b);
  }
  return [median(ones), median(others)];
}
