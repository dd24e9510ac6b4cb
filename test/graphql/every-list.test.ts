import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi, testSchema } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { readsDuring } from '../support/reads.ts';
import { makeWrittenSite } from '../support/written-site.ts';
import { documentOf, operationsOf } from './tenancy/operations.ts';

// Far more is asked for at once than anybody may.
const app = await openTestApi({ monitorCommands: true, api: { limits: { cost: 1e9, tokens: 20_000 } } });
const { database, now } = app.engine;
const many = 12;
const lists = operationsOf(testSchema()).filter(({ kind, field }) => {
  return kind === 'query' && /Connection!$/.test(String(field.type));
});

/** An account that has at least `many` of each kind of thing, all related alike. */
async function makePlenty() {
  const site = await makeWrittenSite(database, many);
  const { account, _id } = site;
  await makeKeywords(database, site, ['waiting']);
  const run = await startRun(app.engine, { site: _id, trigger: RunTrigger.Manual, to: 'queue-tasks' });
  const rows = await database.of(Activity).find({ run: run._id }).toArray();
  const [row] = rows;
  for (let nth = 1; nth <= many; nth += 1) {
    const own = await makeSite(database, { account });
    const past = {
      _id: new ObjectId(),
      runId: `run ${nth}`,
      request: null,
      active: false,
      startedAt: new Date(0),
    };
    await database
      .of(AutomationRun)
      .insertOne(Object.assign({ ...run }, past, { status: 'failed' as const }));
    await database
      .of(Activity)
      .insertMany(rows.map((row) => ({ ...row, _id: new ObjectId(), run: past._id })));
    const entry = { key: `entry ${nth}`, kind: EntryKind.Charge, amount: 0, run: past._id, site: own._id };
    await database.of(CreditEntry).insertOne(Object.assign(new CreditEntry(), { account }, entry));
    const dueAt = new Date(now().getTime() + nth);
    const due = { account, site: _id, dueAt, outcome: Outcome.Started, run: past._id };
    await database.of(Occurrence).insertOne(Object.assign(new Occurrence(), due));
    const call = { account, site: _id, run: run._id, stage: 'any', batchKey: `${nth}`, purpose: 'write' };
    const asked = { index: 0, attempt: 1, inputHash: '', promptVersion: '1', provider: 'p', model: 'm' };
    const { Accepted: status } = AiCallStatus;
    await database.of(AiCall).insertOne(Object.assign(new AiCall(), call, asked, { status }));
    const next = { _id: new ObjectId(), seq: run.seq + nth };
    if (row) await database.of(Activity).insertOne({ ...row, ...next });
    await app.person(account);
    await app.program(account);
  }
  const ask = app.as(await app.person(account));
  return { ask, given: { siteId: _id, runId: run._id } };
}

describe('a list with all that belongs to what is in it, three steps far', () => {
  const plenty = makePlenty();

  it.each(lists.map((list) => [list.name, list] as const))(
    'costs as many reads for many as for two: %s',
    async (name, list) => {
      const { ask, given } = await plenty;
      const names = list.field.args.map((arg) => arg.name);
      const fixed = Object.fromEntries(Object.entries(given).filter(([arg]) => names.includes(arg)));
      const read = async (first: number) => {
        const variables = { ...fixed, first };
        const reads = await readsDuring(database, async () => {
          const { data, errors } = await ask(documentOf(list, variables, 4), variables);
          expect(errors).toBeUndefined();
          const { length } = data[name].nodes;
          if (first === 2) expect(length).toBe(2);
          else expect(length).toBeGreaterThanOrEqual(many);
        });
        return reads;
      };
      expect(await read(100)).toEqual(await read(2));
    },
  );
});
