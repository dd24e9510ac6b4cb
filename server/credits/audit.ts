import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientSession, ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import type { Database } from '../db/database.ts';

/** A figure that is stored differently from what the entries say. Milli-credits. */
interface Difference {
  /** What it concerns, such as `account Demo: available + held`. */
  what: string;
  stored: number;
  rebuilt: number;
}

export interface Audit {
  accounts: number;
  runs: number;
  entries: number;
  differences: Difference[];
}

/** Starts touch account and run one after the other; a difference that is gone a moment later was one of those. */
const looks = 4;
const pauseMs = 250;

/**
 * Rebuilds every balance from the entries and names each difference: accounts (available + held = what came in
 * less what was settled; held = the holds of active runs) and runs (used = their charges). Reads only.
 */
export async function audit(database: Database): Promise<Audit> {
  let result = await auditOnce(database);
  for (let look = 1; look < looks && result.differences.length > 0; look += 1) {
    await sleep(pauseMs);
    result = await auditOnce(database);
  }
  return result;
}

async function auditOnce(database: Database): Promise<Audit> {
  return database.client.withSession({ snapshot: true }, async (session) => {
    const sums = await readSums(database, session);
    const runs = await readRuns(database, session);
    const accounts = await database.of(Account).find({}, { session }).toArray();
    const figures = [
      ...runs.flatMap((run) => figuresOfRun(run, sums)),
      ...accounts.flatMap((account) => figuresOfAccount(account, runs, sums)),
    ];
    return {
      accounts: accounts.length,
      runs: runs.length,
      entries: sums.count,
      differences: figures.filter(({ stored, rebuilt }) => stored !== rebuilt),
    };
  });
}

type RunFigures = Pick<
  AutomationRun,
  '_id' | 'runId' | 'account' | 'active' | 'creditsLeft' | 'creditsUsed' | 'creditsSettled'
> & { readonly usedByStages: number };

/** Runs without the lists of what they made: there are as many as nights, of each site. */
async function readRuns(database: Database, session: ClientSession): Promise<RunFigures[]> {
  const states = { $objectToArray: '$stages' };
  const usedByStages = { $sum: { $map: { input: states, in: '$$this.v.creditsUsed' } } };
  const own = { runId: 1, account: 1, active: 1, creditsLeft: 1, creditsUsed: 1, creditsSettled: 1 } as const;
  return database
    .of(AutomationRun)
    .aggregate<RunFigures>([{ $project: { ...own, usedByStages } }], { session })
    .toArray();
}

/** The entries, summed. */
interface Sums {
  readonly count: number;
  /** Of the entries of an account or a run. */
  of(id: ObjectId, kind: EntryKind): number;
}

async function readSums(database: Database, session: ClientSession): Promise<Sums> {
  const _id = { account: '$account', run: '$run', kind: '$kind' };
  const rows = await database
    .of(CreditEntry)
    .aggregate<{
      _id: { account: ObjectId; run: ObjectId | null; kind: EntryKind };
      sum: number;
      count: number;
    }>([{ $group: { _id, sum: { $sum: '$amount' }, count: { $sum: 1 } } }], { session, allowDiskUse: true })
    .toArray();
  const sums = new Map<string, number>();
  for (const { _id, sum } of rows) {
    for (const id of [_id.account, _id.run]) {
      const key = `${id?.toHexString()} ${_id.kind}`;
      sums.set(key, (sums.get(key) ?? 0) + sum);
    }
  }
  return {
    count: rows.reduce((count, row) => count + row.count, 0),
    of: (id, kind) => sums.get(`${id.toHexString()} ${kind}`) ?? 0,
  };
}

/** What is stored of a run, beside what the entries make of it. */
function figuresOfRun(run: RunFigures, sums: Sums): Difference[] {
  const name = `run ${run.runId}`;
  const { creditsUsed: used, creditsSettled: settled } = run;
  return [
    { what: `${name}: used`, stored: used, rebuilt: 0 - sums.of(run._id, EntryKind.Charge) },
    { what: `${name}: settled`, stored: settled, rebuilt: 0 - sums.of(run._id, EntryKind.Settlement) },
    { what: `${name}: used by its stages`, stored: run.usedByStages, rebuilt: used },
  ];
}

function figuresOfAccount(account: Account, runs: readonly RunFigures[], sums: Sums): Difference[] {
  const name = `account ${account.name}`;
  const total = sums.of(account._id, EntryKind.TopUp) + sums.of(account._id, EntryKind.Settlement);
  const held = runs
    .filter((run) => run.active && run.account.equals(account._id))
    .reduce((sum, run) => sum + run.creditsLeft + run.creditsUsed - run.creditsSettled, 0);
  const listed = account.holds.reduce((sum, hold) => sum + hold.amount, 0);
  return [
    { what: `${name}: available + held`, stored: account.available + account.held, rebuilt: total },
    { what: `${name}: held`, stored: account.held, rebuilt: held },
    { what: `${name}: list of holds`, stored: listed, rebuilt: account.held },
  ];
}
