/** Starts the runs that are due by their sites' schedules. */
import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import { type Along, startRun } from '../engine/start-run.ts';
import { GalleyError } from '../errors.ts';
import { noWorker, recordMissed } from './missed.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { onItsOwn } from './on-its-own.ts';
import { tellRefused } from './refused.ts';
import { type Due, isWaiting, moveOn, record } from './settle.ts';
import { overdue, punctualMs, timingOf } from './timing.ts';

/** Starts of one minute are spread over so many milliseconds. */
const spreadMs = 8_000;
/** Starts at once in one process. */
const lanes = 8;

/**
 * Starts what is due now, each site at a moment of its own within some seconds, so that a thousand schedules at two
 * o'clock do not start in one instant. Doing it twice, or in several processes at once, starts each run once. `wait`
 * resolves after so many milliseconds.
 */
export async function startDue(engine: Engine, wait: (ms: number) => Promise<unknown>): Promise<void> {
  const { database, now } = engine;
  const begun = now().getTime();
  const found = await database
    .of(AutomationConfig)
    .find({ 'schedule.enabled': true, 'schedule.nextRunAt': { $lte: now() } })
    .project<Pick<AutomationConfig, 'site' | 'schedule'>>({ site: 1, schedule: 1 })
    .toArray();
  const line = found
    .map((config) => ({ ...config, afterMs: jitterMs(config.site) }))
    .sort((a, b) => a.afterMs - b.afterMs)
    .values();
  const walk = async () => {
    for (const { afterMs, ...config } of line) {
      const restMs = begun + afterMs - now().getTime();
      if (restMs > 0) await wait(restMs);
      await onItsOwn(engine, config.site, () => settleDue(engine, config));
    }
  };
  await Promise.all(Array.from({ length: lanes }, walk));
}

/** Always the same for a site, and unlike those of sites made just before and after it. */
function jitterMs(site: ObjectId): number {
  return createHash('sha256').update(site.id).digest().readUInt32BE() % spreadMs;
}

async function settleDue(
  engine: Engine,
  { site: id, schedule }: Pick<AutomationConfig, 'site' | 'schedule'>,
): Promise<void> {
  const { database, now } = engine;
  const site = await database.of(Site).findOne({ _id: id });
  if (!site || !schedule.nextRunAt) return;
  const timing = timingOf(schedule, site);
  const { missed, due: dueAt } = overdue(timing, schedule.catchUpHours, schedule.nextRunAt, now());
  if (missed.length > 0) await recordMissed(database, { site, schedule, missed, dueAt });
  if (dueAt <= now()) await startScheduled(engine, { site, schedule, dueAt });
}

/**
 * Starts the run of one time. The transaction by which the run takes its site (see start-run.ts) also notes the
 * occurrence and moves the schedule on: cut off before it, nothing has happened, and the next look starts anew; cut
 * off after it, the run is there, and the worker that claims it finishes its start. Where the hold is then refused,
 * the run's removal and the refusal are one transaction as well.
 */
async function startScheduled(engine: Engine, due: Due): Promise<void> {
  const { database } = engine;
  const { site, schedule, dueAt } = due;
  const next = nextOccurrence(timingOf(schedule, site), dueAt);
  const known = await database.of(Occurrence).findOne({ site: site._id, dueAt });
  if (known && !isWaiting(known)) {
    // By a process whose clock is behind, the schedule was set to a time that has been.
    return transaction(database.client, (session) => moveOn(database, due, { nextRunAt: next }, session));
  }
  const isLate = engine.now().getTime() - dueAt.getTime() > punctualMs;
  const outcome = isLate ? Outcome.Delayed : Outcome.Started;
  const reason = isLate ? (known?.reason ?? noWorker) : null;
  const along: Along = {
    async started(run, session) {
      await moveOn(database, due, { nextRunAt: next, lastRunAt: run.startedAt }, session);
      await record(database, due, { outcome, run: run._id, reason, isOpen: true }, session);
    },
    async withdrawn({ code, message }, session) {
      const refused = { outcome: Outcome.Refused, run: null, code, reason: message, isOpen: false };
      await database.of(Occurrence).updateOne({ site: site._id, dueAt }, { $set: refused }, { session });
      const before = { 'schedule.lastRunAt': schedule.lastRunAt };
      await database.of(AutomationConfig).updateOne({ site: site._id }, { $set: before }, { session });
      await tellRefused(database, due, { code, message, at: engine.now() }, session);
    },
  };
  try {
    await startRun(engine, { site: site._id, trigger: RunTrigger.Scheduled, along });
  } catch (error) {
    if (!(error instanceof GalleyError) || error.code === 'OCCURRENCE_TAKEN') throw error;
    if (error.code === 'RUN_ALREADY_ACTIVE') return known ? undefined : recordDelay(engine, due, error);
    const { code, message } = error;
    await transaction(database.client, async (session) => {
      await moveOn(database, due, { nextRunAt: next }, session);
      await record(database, due, { outcome: Outcome.Refused, code, reason: message }, session);
      await tellRefused(database, due, { code, message, at: engine.now() }, session);
      // Also where it was withdrawn, and the schedule has moved on already.
    }).finally(() => engine.announce());
  }
}

/** The schedule stays where it is: each look tries anew, until it is too late. */
async function recordDelay({ database, now }: Engine, due: Due, { details }: GalleyError): Promise<void> {
  const reason = `The run ${details.runId} was still active.`;
  await transaction(database.client, async (session) => {
    await moveOn(database, due, { delayedAt: now() }, session);
    await record(database, due, { outcome: Outcome.Delayed, reason, isOpen: true }, session);
  });
}
