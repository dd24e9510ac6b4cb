/**
 * What AI calls may cost in US dollars. Before a call, what it is expected to cost is set aside, in one guarded update
 * for all processes; once it is over, that becomes what it did cost. So calls side by side pass no cap together, and
 * of a process that dies the call under way counts, which has most likely been paid for.
 */
import type { ObjectId } from 'mongodb';
import { AiSettings } from '../../schema/ai-settings.ts';
import {
  AiSpending,
  type PurposeSpending,
  spendingOfMonth,
  spendingOfRun,
} from '../../schema/ai-spending.ts';
import { AutomationConfig, defaultUsdPerRun } from '../../schema/automation-config.ts';
import type { Database } from '../db/database.ts';
import { errors, type GalleyError } from '../errors.ts';

/** A call that is under way. */
export interface Reservation {
  /** Tells what it has cost; whatever came of it. */
  settle(usd: number): Promise<void>;
}

export interface Budget {
  /** Throws RUN_CAP_REACHED or MONTH_CAP_REACHED where the call would take the run or the account past its cap. */
  reserve(purpose: string): Promise<Reservation>;
}

interface BudgetOptions {
  readonly database: Database;
  readonly account: ObjectId;
  /** Null for a call outside of any. */
  readonly run: { readonly _id: ObjectId; readonly site: ObjectId } | null;
  now(): Date;
}

/** A sum that calls add to, and what it may come to. */
interface Purse {
  readonly id: string;
  readonly run: ObjectId | null;
  /** Null: there is none. */
  readonly cap: number | null;
  readonly spent: number;
  readonly purposes: AiSpending['purposes'];
  readonly isThere: boolean;
  refusal(): GalleyError;
}

export function createBudget(options: BudgetOptions): Budget {
  const { database, account } = options;
  return {
    async reserve(purpose) {
      const purses = await pursesOf(options);
      const name = purpose.replaceAll(/[.$]/g, '_');
      const expected = expectedCost(purses, name);
      const taken: Purse[] = [];
      for (const purse of purses) {
        if (!(await take(database, account, purse, expected))) {
          await add(database, account, taken, { usd: -expected });
          throw purse.refusal();
        }
        taken.push(purse);
      }
      return {
        async settle(usd) {
          const counted = usd > 0 && { [`purposes.${name}.calls`]: 1, [`purposes.${name}.usd`]: usd };
          await add(database, account, purses, { usd: usd - expected, ...counted });
        },
      };
    },
  };
}

/** The run's first, then that of the account's month. */
async function pursesOf({ database, account, run, now }: BudgetOptions): Promise<Purse[]> {
  const month = now().toISOString().slice(0, 7);
  const ofMonth = spendingOfMonth(account, month);
  const ofRun = run && spendingOfRun(run._id);
  const [found, settings, config] = await Promise.all([
    database
      .of(AiSpending)
      .find({ _id: { $in: ofRun ? [ofRun, ofMonth] : [ofMonth] } })
      .toArray(),
    database.of(AiSettings).findOne({ account }, { projection: { usdPerMonth: 1 } }),
    run && database.of(AutomationConfig).findOne({ site: run.site }, { projection: { usdPerRun: 1 } }),
  ]);
  const purse = (
    id: string,
    owner: ObjectId | null,
    cap: number | null,
    refuse: (d: { capUsd: number; spentUsd: number }) => GalleyError,
  ): Purse => {
    const { usd: spent = 0, purposes = {} } = found.find(({ _id }) => _id === id) ?? {};
    const isThere = found.some(({ _id }) => _id === id);
    return {
      id,
      run: owner,
      cap,
      spent,
      purposes,
      isThere,
      refusal: () => refuse({ capUsd: cap ?? 0, spentUsd: spent }),
    };
  };
  const monthly = purse(ofMonth, null, settings?.usdPerMonth ?? null, (sums) =>
    errors.monthCapReached({ month, ...sums }),
  );
  if (!run || !ofRun) return [monthly];
  const usdPerRun = config?.usdPerRun === undefined ? defaultUsdPerRun : config.usdPerRun;
  return [purse(ofRun, run._id, usdPerRun, errors.runCapReached), monthly];
}

/** What calls of this purpose have cost on average: in this run, else in this month. The first one's cost nobody knows. */
function expectedCost(purses: readonly Purse[], purpose: string): number {
  const known = purses
    .map(({ purposes }) => purposes[purpose])
    .find((one): one is PurposeSpending => one !== undefined && one.calls > 0);
  return known ? known.usd / known.calls : 0;
}

/** Sets the amount aside, unless that would pass the cap. */
async function take(database: Database, account: ObjectId, purse: Purse, usd: number): Promise<boolean> {
  const { id, cap, spent } = purse;
  if (cap !== null && (spent >= cap || spent + usd > cap)) return false;
  if (usd === 0 || cap === null) {
    await add(database, account, [purse], { usd });
    return true;
  }
  // Others may have taken of it since it was read.
  await add(database, account, [purse], { usd: 0 });
  const within = { _id: id, usd: { $lte: cap - usd } };
  return (await database.of(AiSpending).updateOne(within, { $inc: { usd } })).matchedCount === 1;
}

/** Adds to each, and makes what is not there yet. */
async function add(
  database: Database,
  account: ObjectId,
  purses: readonly Purse[],
  amounts: Readonly<Record<string, number>>,
): Promise<void> {
  const updates = purses
    .filter(({ isThere }) => !isThere || Object.values(amounts).some((amount) => amount !== 0))
    .map(({ id, run }) => ({
      updateOne: {
        filter: { _id: id },
        update: { $inc: amounts, $setOnInsert: { account, run } },
        upsert: true,
      },
    }));
  if (updates.length > 0) await database.of(AiSpending).bulkWrite(updates, { ordered: false });
}
