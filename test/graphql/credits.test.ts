import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';

const app = await openTestApi();
const { database } = app.engine;
const add =
  'mutation ($input: AddCreditsInput!) { addCredits(input: $input) { account { available } entry { id kind amount } } }';
const balance = '{ account { balance available held } }';

async function makeOwner(credits?: number) {
  const account = (await makeAccount(database, credits))._id;
  return { account, ask: app.as(await app.person(account)) };
}

describe('credits', () => {
  it('are added once for a key, however often it is sent, at once too', async () => {
    const { ask } = await makeOwner(10);
    const input = { amount: 2.5, idempotencyKey: 'monday' };
    const { data: first } = await ask(add, { input });
    expect(first.addCredits).toMatchObject({
      account: { available: 12.5 },
      entry: { kind: 'TOP_UP', amount: 2.5 },
    });
    const again = await Promise.all([ask(add, { input }), ask(add, { input })]);
    for (const { data } of again) expect(data).toEqual(first);
    expect((await ask(balance)).data.account).toEqual({ balance: 12.5, available: 12.5, held: 0 });
  });

  it('are not added under a key that was for another amount, however long ago', async () => {
    const { account, ask } = await makeOwner(10);
    await ask(add, { input: { amount: 2, idempotencyKey: 'monday' } });
    await database.db.collection('requests').deleteMany({ account });
    const { errors } = await ask(add, { input: { amount: 3, idempotencyKey: 'monday' } });
    expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await ask(balance)).data.account.available).toBe(12);
  });

  it.each([0, -1])('cannot be added as %d', async (amount) => {
    const { ask } = await makeOwner();
    const { errors } = await ask(add, { input: { amount, idempotencyKey: 'odd' } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ path: 'amount' }] },
    });
  });

  it('that are added let a run go on that waits for them', async () => {
    const { account, ask } = await makeOwner(1_500);
    const { run } = await startedRun(await makeSite(database, { account }));
    const pause = { reason: 'credits', message: 'It waits.', at: app.engine.now(), needed: 2_000_000 };
    await database
      .of(AutomationRun)
      .updateOne({ _id: run }, { $set: { status: RunStatus.Paused, pause } } as object);
    await ask(add, { input: { amount: 1_000, idempotencyKey: 'more' } });
    expect((await database.of(AutomationRun).findOne({ _id: run }))?.status).toBe(RunStatus.Running);
  });

  it('are told as available and held, and line by line, by kind, site and run', async () => {
    const { account, ask } = await makeOwner(1_500);
    const site = await makeSite(database, { account, name: 'Coffee' });
    const { run } = await startedRun(site);
    const { data } = await ask(balance);
    expect(data.account.held).toBeGreaterThan(0);
    expect(data.account.available + data.account.held).toBe(1_500);
    app.startWorker();
    await app.settled(run);
    const entries =
      'creditEntries(filter: $filter) { totalCount nodes { kind amount site { name } run { id } } }';
    const find = async (filter: object) =>
      (await ask(`query ($filter: CreditEntryFilter) { ${entries} }`, { filter })).data.creditEntries;
    expect(await find({ kind: 'TOP_UP' })).toEqual({
      totalCount: 1,
      nodes: [{ kind: 'TOP_UP', amount: 1_500, site: null, run: null }],
    });
    // Batches are told beside what they come to, and are not taken out of the balance twice.
    const { nodes: moved } = await find({ kinds: ['TOP_UP', 'SETTLEMENT'] });
    const sum = moved.reduce((total: number, { amount }: { amount: number }) => total + amount, 0);
    expect(sum).toBe((await ask(balance)).data.account.available);
    expect(await find({ kind: 'CHARGE', kinds: ['TOP_UP'] })).toMatchObject({ totalCount: 0 });
    const ofRun = await find({ runId: run.toHexString() });
    expect(ofRun).toEqual(await find({ siteId: site._id.toHexString() }));
    expect(ofRun.nodes[0]).toMatchObject({
      kind: 'SETTLEMENT',
      site: { name: 'Coffee' },
      run: { id: run.toHexString() },
    });
    expect(await find({ siteId: new ObjectId().toHexString() })).toMatchObject({ totalCount: 0 });
    const charges = await find({ stage: 'cluster-keywords' });
    expect(charges).toEqual(await find({ kind: 'CHARGE' }));
    expect(charges.totalCount).toBe(1);
    expect(await find({ stage: 'generate-ideas' })).toMatchObject({ totalCount: 0 });
  });
});

async function startedRun(site: Site): Promise<{ run: ObjectId }> {
  await makeKeywords(database, site, ['espresso machine']);
  const run = await startRun(app.engine, {
    site: site._id,
    trigger: RunTrigger.Manual,
    to: 'cluster-keywords',
  });
  return { run: run._id };
}

describe('the usage of AI', () => {
  const at = (day: number, hour = 12) => new Date(Date.UTC(2025, 10, day, hour));

  /** Three calls: one each on two days, and one that brought nothing of use. */
  async function called() {
    const { account, ask } = await makeOwner();
    const site = await makeSite(database, { account });
    const { run } = await startedRun(site);
    const call = (fields: Partial<AiCall>) =>
      Object.assign(
        new AiCall(),
        { _id: new ObjectId(), account, site: site._id, run, stage: 'generate-content', model: 'gpt-9' },
        {
          purpose: 'outline',
          index: 0,
          attempt: 1,
          status: AiCallStatus.Accepted,
          batchKey: String(new ObjectId()),
        },
        { tokensIn: 100, tokensOut: 10, costUsd: 0.25, createdAt: at(20) },
        fields,
      );
    await database
      .of(AiCall)
      .insertMany([
        call({}),
        call({ createdAt: at(21, 23), stage: 'generate-images', model: 'dall-e-9', tokensIn: 7 }),
        call({ status: AiCallStatus.Rejected, createdAt: at(20, 1) }),
        call({ createdAt: new Date(Date.UTC(2025, 8, 1)) }),
      ]);
    return { ask, run };
  }

  const query = (args: string) =>
    `{ aiUsage(${args}) { hasMore rows { day stage model run { id } calls unusableCalls tokensIn costUsd } total { calls tokensOut } } }`;

  it('is added up by day, over the last 30 days', async () => {
    const { ask } = await called();
    const { data } = await ask(query('by: [DAY]'));
    const none = { stage: null, model: null, run: null };
    expect(data.aiUsage).toEqual({
      hasMore: false,
      rows: [
        { day: '2025-11-21', ...none, calls: 1, unusableCalls: 0, tokensIn: 7, costUsd: 0.25 },
        { day: '2025-11-20', ...none, calls: 2, unusableCalls: 1, tokensIn: 200, costUsd: 0.5 },
      ],
      total: { calls: 3, tokensOut: 30 },
    });
  });

  it('is added up by run, stage and model, in any combination', async () => {
    const { ask, run } = await called();
    const { data } = await ask(query('by: [RUN, STAGE, MODEL]'));
    const id = run.toHexString();
    expect(data.aiUsage.rows).toMatchObject([
      { day: null, run: { id }, stage: 'generate-content', model: 'gpt-9', calls: 2 },
      { day: null, run: { id }, stage: 'generate-images', model: 'dall-e-9', calls: 1 },
    ]);
  });

  it('has days that begin at midnight of the zone asked for', async () => {
    const { ask } = await called();
    const { data } = await ask(query('by: [DAY], timeZone: "Asia/Tokyo"'));
    expect(data.aiUsage.rows.map(({ day }: { day: string }) => day)).toEqual(['2025-11-22', '2025-11-20']);
  });

  it('is of what the filter leaves, and tells when there are more rows', async () => {
    const { ask, run } = await called();
    const all = await ask(query('filter: { from: "2025-01-01T00:00:00Z" }, first: 1'));
    expect(all.data.aiUsage).toMatchObject({ hasMore: true, rows: [{ calls: 1 }], total: { calls: 4 } });
    const some = await ask(query(`filter: { runId: "${run}", stage: "generate-images", model: "dall-e-9" }`));
    expect(some.data.aiUsage).toMatchObject({ total: { calls: 1 } });
    const none = await ask(query('filter: { to: "2025-01-01T00:00:00Z" }'));
    expect(none.data.aiUsage).toMatchObject({ rows: [], total: { calls: 0, tokensOut: 0 } });
  });
});
