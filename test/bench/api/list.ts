import { Scope } from '../../../schema/api-key.ts';
import { Keyword } from '../../../schema/keyword.ts';
import type { App } from '../../../server/app.ts';
import { makeApiKey } from '../../../server/auth/api-keys.ts';
import { openApi } from '../../../server/http/api.ts';
import { makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { openBenchApp } from '../bench-app.ts';
import { median } from '../median.ts';
import type { Line } from '../report.ts';
import { openBareServer } from './bare-server.ts';
import { send } from './load.ts';

const rounds = 5;
const requests = 1_500;
const fields =
  'nodes { id phrase status volume difficulty disabled createdAt } pageInfo { hasNextPage endCursor }';

/**
 * A page of 50 keywords through everything (who asks, what they may, limits, the account's documents), beside a bare
 * Apollo Server that answers the same rows from memory: requests a second, the two taking turns.
 */
export async function benchList(): Promise<Line[]> {
  const { app, close } = await openBenchApp({});
  const api = await openApi(app.engine, {
    host: '127.0.0.1',
    port: 0,
    publishing: app.publishing,
    ai: app.ai,
    limits: { requestsPerMinute: 1_000_000 },
  });
  const { siteId, headers } = await scene(app);
  const bare = await openBareServer(await rowsOf(app));
  const load = (url: string, type: string) =>
    send({
      url,
      headers,
      body: JSON.stringify({
        query: `query ($siteId: ${type}!) { keywords(siteId: $siteId, first: 50) { ${fields} } }`,
        variables: { siteId },
      }),
      requests,
      atOnce: 8,
    });
  try {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds + 1; round += 1) {
      theirs.push(await load(bare.url, 'ID'));
      ours.push(await load(`${api.url}/graphql`, 'ObjectID'));
    }
    // The first of each warms up.
    const [our, their] = [median(ours.slice(1)), median(theirs.slice(1))];
    return [
      { name: 'bare Apollo Server, 50 rows from memory', value: their, unit: 'requests/s' },
      { name: 'keywords(first: 50), all included', value: our, unit: 'requests/s' },
      { name: 'bare / all included', value: their / our, unit: '×', goal: 2 },
    ];
  } finally {
    await bare.close();
    await api.close();
    await close();
  }
}

async function scene({ engine: { database } }: App) {
  const site = await makeSite(database);
  await makeKeywords(database, site, numbered(1_000), { volume: 100, difficulty: 20 });
  const { key } = await makeApiKey(database, { account: site.account, name: 'bench', scopes: [Scope.Read] });
  return { siteId: site._id.toHexString(), headers: { authorization: `Bearer ${key}` } };
}

async function rowsOf({ engine: { database } }: App): Promise<object[]> {
  const rows = await database.of(Keyword).find({}, { limit: 50 }).toArray();
  return rows.map(({ _id, createdAt, ...row }) => ({
    ...row,
    id: _id.toHexString(),
    createdAt: createdAt.toISOString(),
  }));
}
