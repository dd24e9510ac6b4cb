/** What a clock that was ahead has done to schedules is undone once it is right again. */
import { AutomationConfig } from '../../schema/automation-config.ts';
import { Occurrence } from '../../schema/occurrence.ts';
import { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { onItsOwn } from './on-its-own.ts';
import { moveOn } from './settle.ts';
import { punctualMs, timingOf } from './timing.ts';

type Scheduled = Pick<AutomationConfig, 'site' | 'schedule'>;

/**
 * Where the clock has gone back since the last look, in whichever process, sets back the schedules that stand too far
 * ahead: they would start nothing until then. Cut off, or where one of them could not be, the next look does it.
 */
export async function setBackSchedules(engine: Engine): Promise<void> {
  const { database, now } = engine;
  const looks = database.db.collection<{ _id: string; at: Date }>('sweeps');
  const _id = 'schedules';
  await looks.updateOne({ _id }, { $setOnInsert: { at: now() } }, { upsert: true });
  const last = await looks.findOne({ _id });
  if (!last) return;
  // Clocks of several processes are never quite the same.
  const hasGoneBack = last.at.getTime() > now().getTime() + punctualMs;
  if (hasGoneBack && !(await setAllBack(engine))) return;
  // Where another has looked meanwhile, its clock may be ahead: the next look is to see that.
  await looks.updateOne({ _id, at: last.at }, { $set: { at: now() } });
}

/** True unless one could not be set back. */
async function setAllBack(engine: Engine): Promise<boolean> {
  const ahead = engine.database
    .of(AutomationConfig)
    .find({ 'schedule.enabled': true, 'schedule.nextRunAt': { $gt: engine.now() } })
    .project<Scheduled>({ site: 1, schedule: 1 });
  let isDone = true;
  for await (const config of ahead) {
    if (!(await onItsOwn(engine, config.site, () => setBack(engine, config)))) isDone = false;
  }
  return isDone;
}

/** Throws OCCURRENCE_TAKEN. */
async function setBack({ database, log, now }: Engine, { site: id, schedule }: Scheduled): Promise<void> {
  const site = await database.of(Site).findOne({ _id: id });
  if (!site || !schedule.nextRunAt) return;
  const dueAt = schedule.nextRunAt;
  const next = nextOccurrence(timingOf(schedule, site), now());
  if (next >= dueAt) return;
  // What started a run is done; the rest was given up before its time.
  const givenUp = { site: id, dueAt: { $gte: next, $lt: dueAt }, run: null };
  await transaction(database.client, async (session) => {
    await moveOn(database, { site, dueAt }, { nextRunAt: next }, session);
    await database.of(Occurrence).deleteMany(givenUp, { session });
  });
  log.warn({ site: id, from: dueAt, to: next }, 'the clock has gone back: a schedule was set back');
}
