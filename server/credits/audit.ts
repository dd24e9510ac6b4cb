import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectId } from 'mongodb';
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
    const sums = await database
      .of(CreditEntry)
      .aggregate<{
        _id: { account: ObjectId; run: ObjectId | null; kind: EntryKind };
        sum: number;
        count: number;
      }>(
        [
          {
            $group: {
              _id: { account: '$account', run: '$run', kind: '$kind' },
              sum: { $sum: '$amount' },
              count: { $sum: 1 },
            },
          },
        ],
        { session, allowDiskUse: true },
      )
      .toArray();
    const sumOf = (kind: EntryKind[], field: 'account' | 'run', id: ObjectId) =>
      sums.reduce(
        (sum, row) => (kind.includes(row._id.kind) && row._id[field]?.equals(id) ? sum + row.sum : sum),
        0,
      );
    const differences: Difference[] = [];
    const compare = (what: string, stored: number, rebuilt: number) => {
      if (stored !== rebuilt) differences.push({ what, stored, rebuilt });
    };

    const runs = await database.of(AutomationRun).find({}, { session }).toArray();
    for (const run of runs) {
      compare(`run ${run.runId}: used`, run.creditsUsed, -sumOf([EntryKind.Charge], 'run', run._id) || 0);
      compare(
        `run ${run.runId}: settled`,
        run.creditsSettled,
        -sumOf([EntryKind.Settlement], 'run', run._id) || 0,
      );
      const staged = Object.values(run.stages).reduce((sum, stage) => sum + stage.creditsUsed, 0);
      compare(`run ${run.runId}: used by its stages`, staged, run.creditsUsed);
    }
    const accounts = await database.of(Account).find({}, { session }).toArray();
    for (const account of accounts) {
      const balance = sumOf([EntryKind.TopUp, EntryKind.Settlement], 'account', account._id);
      compare(`account ${account.name}: available + held`, account.available + account.held, balance);
      const active = runs.filter((run) => run.active && run.account.equals(account._id));
      const held = active.reduce(
        (sum, run) => sum + run.creditsLeft + run.creditsUsed - run.creditsSettled,
        0,
      );
      compare(`account ${account.name}: held`, account.held, held);
      const listed = account.holds.reduce((sum, hold) => sum + hold.amount, 0);
      compare(`account ${account.name}: list of holds`, listed, account.held);
    }
    const entries = sums.reduce((sum, row) => sum + row.count, 0);
    return { accounts: accounts.length, runs: runs.length, entries, differences };
  });
}
