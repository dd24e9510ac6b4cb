import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { AutomationSchedule } from '../../schema/automation-schedule.ts';
import { Occurrence } from '../../schema/occurrence.ts';
import { hourMs } from '../../server/durations.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { changeSchedule, type ScheduleChange } from '../../server/schedule/change-schedule.ts';
import { checkSchedules } from '../../server/schedule/check.ts';
import type { Scene, SiteOptions, ToyApp } from './toy-app.ts';

/** A site under test with a schedule. */
export interface ScheduledSite extends Scene {
  /** Its first time: in an hour. */
  readonly dueAt: Date;
  change(change: ScheduleChange): Promise<AutomationSchedule>;
  schedule(): Promise<AutomationSchedule>;
  /** What became of its times, the eldest first. */
  occurrences(): Promise<Occurrence[]>;
  runs(): Promise<AutomationRun[]>;
}

/** A site with so many keywords whose schedule is due in an hour, and then daily unless told otherwise. */
export async function scheduledSite(
  app: ToyApp,
  keywords: number,
  { change = {}, ...options }: SiteOptions & { change?: ScheduleChange } = {},
): Promise<ScheduledSite> {
  const { engine } = app;
  const { database } = engine;
  const scene = await app.site(keywords, options);
  const site = scene.site._id;
  const time = new Date(engine.now().getTime() + hourMs).toISOString().slice(11, 16);
  const apply = (wanted: ScheduleChange) => changeSchedule(engine, scene.site, wanted);
  const { nextRunAt } = await apply({ enabled: true, time, ...change });
  return {
    ...scene,
    dueAt: nextRunAt ?? engine.now(),
    change: apply,
    async schedule() {
      const config = await database.of(AutomationConfig).findOne({ site });
      return config?.schedule ?? new AutomationSchedule();
    },
    occurrences: () =>
      database
        .of(Occurrence)
        .find({ site }, { sort: { dueAt: 1 } })
        .toArray(),
    runs: () =>
      database
        .of(AutomationRun)
        .find({ site }, { sort: { startedAt: 1 } })
        .toArray(),
  };
}

/** The clock's look at the schedules; a start's wait for its moment takes no time. */
export function look(engine: Engine, wait: (ms: number) => Promise<unknown> = async () => {}): Promise<void> {
  return checkSchedules(engine, wait);
}

/** Moves the clock on to a moment after the time. */
export function goTo(app: ToyApp, at: Date, afterMs = 20_000): void {
  app.clock.advance(at.getTime() + afterMs - app.engine.now().getTime());
}

/** No schedule of an earlier test is due in a later one, and no run of one is waited for. */
export async function forgetSchedules({ database }: Engine): Promise<void> {
  await database.of(AutomationConfig).updateMany({}, { $set: { 'schedule.enabled': false } });
  await database.of(Occurrence).updateMany({}, { $set: { isOpen: false } });
}
