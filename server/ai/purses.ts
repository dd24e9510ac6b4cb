/** Where AI calls are paid from: what a run may cost, and what its account's month may. */
import type { ObjectId } from 'mongodb';
import { AiSettings } from '../../schema/ai-settings.ts';
import { AiSpending, spendingOfMonth, spendingOfRun } from '../../schema/ai-spending.ts';
import { AutomationConfig, usdPerRunOf } from '../../schema/automation-config.ts';
import type { Database } from '../db/database.ts';
import { errors, type GalleyError } from '../errors.ts';

/** Who makes calls. */
export interface Spender {
  readonly database: Database;
  readonly account: ObjectId;
  /** Null outside of any. */
  readonly run: { readonly _id: ObjectId; readonly site: ObjectId } | null;
  now(): Date;
}

/** A sum that calls add to, and what it may come to. */
export interface Purse {
  readonly id: string;
  readonly run: ObjectId | null;
  /** Null: there is none. */
  readonly cap: number | null;
  readonly spent: number;
  readonly purposes: AiSpending['purposes'];
  readonly isThere: boolean;
  refusal(): GalleyError;
}

/** The run's first, then that of the account's month. */
export async function pursesOf({ database, account, run, now }: Spender): Promise<Purse[]> {
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
  return [purse(ofRun, run._id, usdPerRunOf(config), errors.runCapReached), monthly];
}

/** Sets the amount aside, unless that would pass the cap. */
export async function takeFrom(spender: Spender, purse: Purse, usd: number): Promise<boolean> {
  const { id, cap, spent } = purse;
  if (cap !== null && (spent >= cap || spent + usd > cap)) return false;
  if (usd === 0 || cap === null) {
    await addTo(spender, [purse], { usd });
    return true;
  }
  // Others may have taken of it since it was read.
  await addTo(spender, [purse], { usd: 0 });
  const within = { _id: id, usd: { $lte: cap - usd } };
  return (await spender.database.of(AiSpending).updateOne(within, { $inc: { usd } })).matchedCount === 1;
}

/** Adds to each, and makes what is not there yet. */
export async function addTo(
  { database, account }: Spender,
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
