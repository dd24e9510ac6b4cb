import type { ObjectId } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationSchedule } from '../../schema/automation-schedule.ts';
import { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { dropWaiting } from './settle.ts';
import { timingOf } from './timing.ts';

/** What of a schedule a person sets. What is absent stays. */
export type ScheduleChange = Partial<
  Pick<AutomationSchedule, 'enabled' | 'frequency' | 'weekday' | 'day' | 'time' | 'timeZone' | 'catchUpHours'>
>;

type Clock = Pick<Engine, 'database' | 'now'>;

/** The site's schedule as it is stored, or a fresh one. */
export async function scheduleOf({ database }: Pick<Engine, 'database'>, site: ObjectId) {
  const config = await database.of(AutomationConfig).findOne({ site });
  return config?.schedule ?? new AutomationSchedule();
}

/**
 * Changes a site's schedule. Where that moves its times, what waits for another run to end is given up, and the next
 * run starts at the first time from now on. Switched on again, it begins to count failures anew.
 */
export async function changeSchedule(
  engine: Clock,
  site: Pick<Site, '_id' | 'account'>,
  change: ScheduleChange,
): Promise<AutomationSchedule> {
  await ensureConfig(engine, site);
  return rewrite(engine, site._id, (before) => ({ ...before, ...change }));
}

/** Follows a change of the site's time zone, where the schedule keeps the site's. */
export async function followTimeZone(engine: Clock, site: ObjectId): Promise<void> {
  const { enabled, timeZone } = await scheduleOf(engine, site);
  if (enabled && timeZone === null) await rewrite(engine, site, (before) => ({ ...before, nextRunAt: null }));
}

async function rewrite(
  { database, now }: Clock,
  site: ObjectId,
  change: (before: AutomationSchedule) => AutomationSchedule,
): Promise<AutomationSchedule> {
  return transaction(database.client, async (session) => {
    const configs = database.of(AutomationConfig);
    const place = await database.of(Site).findOne({ _id: site }, { session });
    if (!place) throw errors.siteNotFound({ site: site.toHexString() });
    const before = (await configs.findOne({ site }, { session }))?.schedule ?? new AutomationSchedule();
    const after = change(before);
    if (!after.enabled) after.nextRunAt = null;
    else if (!before.enabled || after.nextRunAt === null || hasMoved(before, after)) {
      after.nextRunAt = nextOccurrence(timingOf(after, place), now());
    }
    if (after.enabled) after.pausedReason = null;
    if (after.enabled && !before.enabled) after.since = now();
    await configs.updateOne({ site }, { $set: { schedule: after } }, { session });
    if (after.nextRunAt?.getTime() !== before.nextRunAt?.getTime()) {
      const reason = 'The schedule was changed while it waited for another run to end.';
      await dropWaiting(database, site, reason, session);
    }
    return after;
  });
}

function hasMoved(before: AutomationSchedule, after: AutomationSchedule): boolean {
  const times = ['frequency', 'weekday', 'day', 'time', 'timeZone'] as const;
  return times.some((name) => before[name] !== after[name]);
}

/** Makes the site's config where there is none yet; by several at once, one. */
async function ensureConfig(
  { database }: Clock,
  { _id: site, account }: Pick<Site, '_id' | 'account'>,
): Promise<void> {
  const configs = database.of(AutomationConfig);
  if (await configs.findOne({ site })) return;
  await configs
    .insertOne(Object.assign(new AutomationConfig(), { site, account }))
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
}
