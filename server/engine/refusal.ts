import type { ClientSession } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { withReserve } from '../credits/ledger.ts';
import type { Database } from '../db/database.ts';
import { errors, type GalleyError } from '../errors.ts';
import type { Engine } from './engine.ts';
import type { Choice } from './plan.ts';

/** Throws RUN_ALREADY_ACTIVE, in the plan's words, when a run holds the site. */
export async function refuseIfActive({ database }: Pick<Engine, 'database'>, site: Site): Promise<void> {
  const run = await database.of(AutomationRun).findOne({ site: site._id, active: true });
  if (!run) return;
  throw errors.runAlreadyActive({
    id: run._id.toHexString(),
    runId: run.runId,
    site: site.name,
    startedAt: run.startedAt,
    stage: run.stages[run.current]?.number ?? 1,
    timeZone: site.timeZone,
  });
}

/** INSUFFICIENT_CREDITS, for a run of this estimate (milli-credits), by what its account has now. */
export async function tooFewCredits(
  database: Database,
  { account: _id }: Pick<AutomationRun, 'account'>,
  estimate: number,
  session?: ClientSession,
): Promise<GalleyError> {
  const account = await database.of(Account).findOne({ _id }, session ? { session } : {});
  const available = account?.available ?? 0;
  return errors.insufficientCredits({ estimate, needed: withReserve(estimate), available });
}

export function nothingFailed(site: Site, { from = '' }: Choice) {
  return errors.nothingFailed({ site: site.name, stage: from });
}

export function nothingWaits(site: Site, { from = '', items, matching }: Choice) {
  return (items ?? matching)
    ? errors.itemsNotWaiting({ stage: from, asked: items ? items.length : null })
    : errors.nothingToDo({ site: site.name });
}
