import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Request } from '../../schema/request.ts';
import type { Site } from '../../schema/site.ts';
import { openApi } from '../../server/http/api.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { cutOff } from '../support/watched-writes.ts';

const app = await openTestApi();
const { database } = app.engine;

const startDocument = `mutation ($input: StartRunInput!) { startRun(input: $input) { run { id } } }`;

async function scene(credits?: number) {
  const site = await makeSite(database, credits === undefined ? {} : { credits });
  await makeKeywords(database, site, ['espresso machine', 'tea pot']);
  const headers = await app.program(site.account);
  const ask = app.as(headers);
  const start = (key: string, input: object = {}) =>
    ask(startDocument, { input: { siteId: site._id.toHexString(), idempotencyKey: key, ...input } });
  return { site, headers, ask, start };
}

const runsOf = (site: Site) => database.of(AutomationRun).find({ site: site._id }).toArray();

describe('a start with an idempotency key', () => {
  it('gives the same run when it is asked for twice', async () => {
    const { site, start } = await scene();
    const first = await start('monday');
    const again = await start('monday');
    expect(again.data).toEqual(first.data);
    expect(await runsOf(site)).toHaveLength(1);
  });

  it('starts one run when it is asked for twice at once', async () => {
    const { site, start } = await scene();
    const answers = await Promise.all([start('monday'), start('monday'), start('monday')]);
    const [run, ...others] = await runsOf(site);
    expect(others).toEqual([]);
    const id = run?._id.toHexString();
    for (const { data, errors } of answers) {
      expect(errors?.[0]?.extensions.code ?? data.startRun.run.id).toBeOneOf([id, 'REQUEST_IN_PROGRESS']);
    }
    expect((await start('monday')).data.startRun.run.id).toBe(id);
  });

  it('is refused where the key has served another request', async () => {
    const { site, start } = await scene();
    await start('monday');
    const { errors } = await start('monday', { stages: { from: 'queue-tasks' } });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    expect(await runsOf(site)).toHaveLength(1);
  });

  it('may be asked for again with the same key after a refusal', async () => {
    const site = await makeSite(database);
    const ask = app.as(await app.program(site.account));
    const start = () =>
      ask(startDocument, { input: { siteId: site._id.toHexString(), idempotencyKey: 'monday' } });
    expect((await start()).errors).toMatchObject([{ extensions: { code: 'NOTHING_TO_DO' } }]);
    await makeKeywords(database, site, ['espresso machine']);
    expect((await start()).errors).toBeUndefined();
  });

  it('knows nothing of the keys of another account', async () => {
    const [one, other] = [await scene(), await scene()];
    await one.start('monday');
    expect((await other.start('monday')).errors).toBeUndefined();
    expect(await runsOf(other.site)).toHaveLength(1);
  });
});

describe('a server that is killed while it starts a run', () => {
  /** After the key's use and the request: the run, its lease and rows, the hold, the release, the answer. */
  const writes = [3, 4, 5, 6, 7, 8];

  it.each(writes)('before its write %i has started it for the next request with that key', async (nth) => {
    const { site, headers, start } = await scene();
    const doomed = await openApi(
      { ...app.engine, database: cutOff(database, nth) },
      { host: '127.0.0.1', port: 0, publishing: app.publishing, ai: app.ai },
    );
    const input = { siteId: site._id.toHexString(), idempotencyKey: 'monday' };
    const response = await fetch(`${doomed.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: startDocument, variables: { input } }),
    });
    await response.text();
    await doomed.close();
    const [left] = await runsOf(site);
    expect(await database.of(Request).findOne({ account: site.account })).toMatchObject({ answer: null });

    // Its time is over.
    await database.of(Request).updateOne({ account: site.account }, { $set: { busyUntil: new Date(0) } });
    const { data, errors } = await start('monday');
    expect(errors).toBeUndefined();
    const runs = await runsOf(site);
    expect(runs.map(({ _id }) => _id.toHexString())).toEqual([data.startRun.run.id]);
    if (left) expect(data.startRun.run.id).toBe(left._id.toHexString());
  });

  it('is known to have started it at once, before its time is over', async () => {
    const { site, start } = await scene();
    const first = await start('monday');
    const busy = { answer: null, busyUntil: new Date(Date.now() + 60_000) };
    await database.of(Request).updateOne({ account: site.account }, { $set: busy });
    expect((await start('monday')).data).toEqual(first.data);
  });
});
