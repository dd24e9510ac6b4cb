/** Runs that nobody comes back to: they hold credits and their site. */
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Pause } from '../../schema/run-stop.ts';
import { transaction } from '../db/database.ts';
import { dayMs } from '../durations.ts';
import { addNotification } from '../notifications/outbox.ts';
import type { Engine } from './engine.ts';
import { leftPausedNews } from './news.ts';
import { cancelRun } from './steer-run.ts';
import { unlessChanged } from './unless-changed.ts';

const defaultPausedDays = 7;

/** Tells of runs that have been paused for a day, once a pause, and cancels those whose site's days are over. */
export async function seeToPaused(engine: Engine): Promise<void> {
  const { database, now } = engine;
  const paused = await database
    .of(AutomationRun)
    .find({ status: RunStatus.Paused, 'pause.at': { $lt: new Date(now().getTime() - dayMs) } })
    .toArray();
  for (const run of paused) {
    const { pause } = run;
    if (!pause) continue;
    const config = await database.of(AutomationConfig).findOne({ site: run.site });
    const days = config?.pausedDays ?? defaultPausedDays;
    await remind(engine, run, pause, days);
    if (now().getTime() - pause.at.getTime() < days * dayMs) continue;
    const by = `the clock, after ${days} days of pause`;
    await unlessChanged(cancelRun(engine, run._id, by, pause));
  }
}

async function remind(
  { database, now }: Engine,
  run: AutomationRun,
  pause: Pause,
  days: number,
): Promise<void> {
  const { _id } = run;
  if (pause.toldAt) return;
  const same = { _id, status: RunStatus.Paused, 'pause.at': pause.at, 'pause.toldAt': null };
  await transaction(database.client, async (session) => {
    const { matchedCount } = await database
      .of(AutomationRun)
      .updateOne(same, { $set: { 'pause.toldAt': now() } }, { session });
    if (matchedCount > 0)
      await addNotification(database, leftPausedNews(run, pause.at, days, now()), session);
  });
}
