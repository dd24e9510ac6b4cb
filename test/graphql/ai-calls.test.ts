import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus, AiFault } from '../../schema/ai-call.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Role } from '../../schema/user.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { observeQueries } from '../db/observed-queries.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const app = await openTestApi({ monitorCommands: true });
const { database } = app.engine;
const query = `query ($runId: ObjectID!, $stage: String, $model: String, $first: Int! = 25, $offset: Int! = 0) {
  aiCalls(runId: $runId, stage: $stage, model: $model, first: $first, offset: $offset) {
    totalCount
    nodes { stage purpose status provider model tokensIn tokensOut costUsd isPriced latencyMs faultCode fault }
  }
}`;

/** A run with 60 calls of each of two stages; every tenth was of no use. */
async function scene() {
  const site = await makeSite(database);
  await makeKeywords(database, site, ['espresso']);
  const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  const { _id, account } = run;
  const calls = Array.from({ length: 120 }, (_, nth) =>
    Object.assign(
      new AiCall(),
      { account, site: site._id, run: _id, batchKey: `${nth}`, purpose: 'write' },
      {
        stage: nth % 2 === 0 ? 'generate-ideas' : 'generate-content',
        ...{ index: 0, attempt: 1, inputHash: '', promptVersion: '1', provider: 'openai', model: 'gpt' },
        ...{ tokensIn: 1_000, tokensOut: nth, costUsd: 0.01, latencyMs: 1_234, reply: { html: 'long' } },
        ...(nth % 10 === 9
          ? { status: AiCallStatus.Rejected, faultCode: AiFault.NotJson, fault: 'It was no JSON.' }
          : { status: AiCallStatus.Accepted }),
      },
    ),
  );
  await database.of(AiCall).insertMany(calls);
  return { account, runId: _id };
}

describe('the calls of AI of a run', () => {
  it('are told one by one to whoever may look, the latest first, of one stage by an index, or of one model', async () => {
    const { account, runId } = await scene();
    const ask = app.as(await app.person(account, Role.Viewer));
    const seen = await observeQueries(database);
    const { data } = await ask(query, { runId, stage: 'generate-content', first: 20, offset: 20 });
    expect(data.aiCalls.totalCount).toBe(60);
    expect(data.aiCalls.nodes.map(({ tokensOut }: { tokensOut: number }) => tokensOut)).toEqual(
      Array.from({ length: 20 }, (_, nth) => 79 - 2 * nth),
    );
    expect(data.aiCalls.nodes[0]).toEqual({
      stage: 'generate-content',
      ...{ purpose: 'write', provider: 'openai', model: 'gpt', status: 'REJECTED' },
      ...{ tokensIn: 1_000, tokensOut: 79, costUsd: 0.01, isPriced: true, latencyMs: 1_234 },
      ...{ faultCode: 'NOT_JSON', fault: 'It was no JSON.' },
    });
    const reads = (await seen()).filter(({ collection }) => collection === 'ai_calls');
    expect(
      reads.filter(({ plan, isSortedInMemory }) => plan.includes('COLLSCAN') || isSortedInMemory),
    ).toEqual([]);
    expect(Math.max(...reads.map(({ keysExamined }) => keysExamined))).toBeLessThanOrEqual(61);
    const all = await ask(query, { runId });
    expect(all.data.aiCalls).toMatchObject({ totalCount: 120, nodes: { length: 25 } });
    const ofModel = async (model: string) => (await ask(query, { runId, model })).data.aiCalls.totalCount;
    expect([await ofModel('gpt'), await ofModel('galley-offline')]).toEqual([120, 0]);
  });

  it('of a run that there is not are not found', async () => {
    const { account } = await scene();
    const ask = app.as(await app.person(account, Role.Viewer));
    const { errors } = await ask(query, { runId: new ObjectId() });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
