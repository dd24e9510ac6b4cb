import type { ClientSession } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { NotificationEvent } from '../../schema/notification.ts';
import { Occurrence } from '../../schema/occurrence.ts';
import { type Database, transaction } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import { addNotification } from '../notifications/outbox.ts';
import { onItsOwn } from './on-its-own.ts';
import { dropWaiting } from './settle.ts';

/** So many failed runs in a row make a schedule pause itself. */
const failuresAllowed = 3;

/** Takes note of scheduled runs that have ended, and pauses the schedules whose runs fail one after the other. */
export async function noteEnds(engine: Engine): Promise<void> {
  const { database, now, announce } = engine;
  const open = await database
    .of(Occurrence)
    .find({ isOpen: true, run: { $ne: null } })
    .toArray();
  const runs = open.flatMap(({ run }) => run ?? []);
  const active = await database
    .of(AutomationRun)
    .find({ _id: { $in: runs }, active: true }, { projection: { _id: 1 } })
    .toArray();
  const isActive = new Set(active.map(({ _id }) => _id.toHexString()));
  for (const occurrence of open) {
    if (isActive.has(occurrence.run?.toHexString() ?? '')) continue;
    await onItsOwn(engine, occurrence.site, () =>
      transaction(database.client, (session) => noteEnd(database, occurrence, now(), session)),
    );
  }
  if (open.length > 0) announce();
}

async function noteEnd(
  database: Database,
  { _id, site, run: id }: Occurrence,
  at: Date,
  session: ClientSession,
): Promise<void> {
  const run = id && (await database.of(AutomationRun).findOne({ _id: id }, { session }));
  const { matchedCount } = await database
    .of(Occurrence)
    .updateOne({ _id, isOpen: true }, { $set: { isOpen: false } }, { session });
  if (matchedCount === 0 || run?.status !== RunStatus.Failed) return;
  const config = await database.of(AutomationConfig).findOne({ site }, { session });
  if (!config?.schedule.enabled) return;
  const latest = await latestRuns(database, config, session);
  const failed = latest.filter(({ status }) => status === RunStatus.Failed);
  if (failed.length < failuresAllowed) return;
  const pausedReason = `The last ${failuresAllowed} scheduled runs have failed, the latest with: ${run.error?.message ?? 'an unknown error.'} Fix that, then switch the schedule on again.`;
  const paused = {
    'schedule.enabled': false,
    'schedule.nextRunAt': null,
    'schedule.pausedReason': pausedReason,
  };
  await database.of(AutomationConfig).updateOne({ site }, { $set: paused }, { session });
  await dropWaiting(database, site, 'The schedule has paused itself.', session);
  const sentence = `The schedule has paused itself. ${pausedReason}`;
  await addNotification(database, { event: NotificationEvent.SchedulePaused, run, sentence, at }, session);
}

/** The last runs that the schedule has started since it was switched on. */
async function latestRuns(
  database: Database,
  { site, schedule }: AutomationConfig,
  session: ClientSession,
): Promise<Pick<AutomationRun, 'status'>[]> {
  const since = { site, run: { $ne: null }, dueAt: { $gt: schedule.since ?? new Date(0) } };
  const latest = await database
    .of(Occurrence)
    .find(since, { sort: { dueAt: -1 }, limit: failuresAllowed, session })
    .toArray();
  return database
    .of(AutomationRun)
    .find({ _id: { $in: latest.flatMap(({ run }) => run ?? []) } }, { session })
    .toArray();
}
