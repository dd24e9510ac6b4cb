import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Scope } from '../../../schema/api-key.ts';
import { AutomationRun, RunTrigger } from '../../../schema/automation-run.ts';
import type { App } from '../../../server/app.ts';
import { makeApiKey } from '../../../server/auth/api-keys.ts';
import type { Happening } from '../../../server/engine/activity.ts';
import { openApi } from '../../../server/http/api.ts';
import { writeRows } from '../../support/activity-rows.ts';
import { makeAccount, makeSite } from '../../support/factory.ts';
import { openBenchApp } from '../bench-app.ts';
import type { Line } from '../report.ts';
import { follow } from './followers.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const runs = 10;
const followers = 1_000;
const rowsASecond = 20;
const seconds = 30;
/** Rows come in commits of several, as the engine's do. */
const rowsACommit = 2;

/** A thousand followers of ten runs, each with twenty rows a second, over one API process. */
export async function benchSubscribers(): Promise<Line[]> {
  const { app, close } = await openBenchApp({});
  const limits = {
    socketsPerCaller: followers,
    subscriptionsPerCaller: followers,
    requestsPerMinute: 1_000_000,
  };
  const api = await openApi(app.engine, {
    host: '127.0.0.1',
    port: 0,
    publishing: app.publishing,
    ai: app.ai,
    limits,
  });
  try {
    const { account, ids } = await makeRuns(app);
    const { key } = await makeApiKey(app.engine.database, { account, name: 'bench', scopes: [Scope.Read] });
    const { ready, done } = follow({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      headers: { authorization: `Bearer ${key}` },
      runs: ids.map((id) => id.toHexString()),
      followers,
      lastSeq: 1 + rowsASecond * seconds,
    });
    await ready;
    await write(app, ids, 5);
    const early = memory();
    await write(app, ids, seconds - 5);
    const late = memory();
    const { rows, faults, p99Ms } = await done;
    return [
      { name: `rows to ${followers} followers in ${seconds} s`, value: rows, unit: 'rows' },
      { name: 'rows out of order, twice or missing', value: faults, unit: 'rows', goal: 0 },
      { name: 'from commit to client, 99 of 100', value: p99Ms, unit: 'ms', goal: 250 },
      { name: 'memory in use at the end / after 5 s', value: late.inUse / early.inUse, unit: '×', goal: 1.2 },
      { name: '  of the process, garbage included', value: late.rss / early.rss, unit: '×' },
    ];
  } finally {
    await api.close();
    await close();
  }
}

/** In bytes: what is still referred to, and what the process has from the machine. */
function memory(): { inUse: number; rss: number } {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { inUse: heapUsed + external, rss };
}

async function makeRuns({ engine: { database } }: App) {
  const account = await makeAccount(database);
  const ids = [];
  for (let nth = 0; nth < runs; nth += 1) {
    const site = await makeSite(database, { account: account._id });
    const run = Object.assign(new AutomationRun(), {
      ...{ account: account._id, site: site._id, trigger: RunTrigger.Manual, runId: `bench ${nth}`, seq: 0 },
      ...{ sequence: [], current: '', stages: {}, prices: {}, estimate: { credits: 0, stages: {} } },
      // Nobody works on it.
      lease: { owner: 'bench', token: 1, until: new Date(Date.now() + 3_600_000), session: null },
    });
    await database.of(AutomationRun).insertOne(run);
    await writeRows(database, run._id, holdExtended(1));
    ids.push(run._id);
  }
  return { account: account._id, ids };
}

async function write(
  { engine }: App,
  ids: readonly AutomationRun['_id'][],
  forSeconds: number,
): Promise<void> {
  const everyMs = (1_000 * rowsACommit) / rowsASecond;
  const one = async (id: AutomationRun['_id']) => {
    let due = performance.now() + Math.random() * everyMs;
    for (let left = (rowsASecond * forSeconds) / rowsACommit; left > 0; left -= 1) {
      await wait(Math.max(0, due - performance.now()));
      due += everyMs;
      await writeRows(engine.database, id, holdExtended(rowsACommit));
    }
  };
  await Promise.all(ids.map(one));
}

function holdExtended(rows: number): Happening[] {
  const event = { type: 'run.holdExtended', amount: 1_000 } as const;
  return Array.from({ length: rows }, () => ({ at: new Date(), stage: null, event }));
}
