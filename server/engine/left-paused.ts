/** Runs that nobody comes back to: they hold credits and their site. */
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { transaction } from '../db/database.ts';
import { addNotification } from '../notifications/outbox.ts';
import type { Engine } from './engine.ts';
import { leftPausedNews } from './news.ts';
import { cancelRun } from './steer-run.ts';
import { unlessChanged } from './unless-changed.ts';

const dayMs = 86_400_000;
const defaultPausedDays = 7;

/** Tells of runs that have been paused for a day, once a pause, and cancels those whose site's days are over. */
export async function seeToPaused(engine: Engine): Promise<void> {
  const { database, now } = engine;
  const paused = await database
    .of(AutomationRun)
    .find({ status: RunStatus.Paused, 'pause.at': { $lt: new Date(now().getTime() - dayMs) } })
    .toArray();
  for (const run of paused) {
    const config = await database.of(AutomationConfig).findOne({ site: run.site });
    const days = config?.pausedDays ?? defaultPausedDays;
    await remind(engine, run, days);
    const since = run.pause?.at.getTime() ?? now().getTime();
    if (now().getTime() - since < days * dayMs) continue;
    await unlessChanged(cancelRun(engine, run._id, `the clock, after ${days} days of pause`));
  }
}

async function remind({ database, now }: Engine, run: AutomationRun, days: number): Promise<void> {
  const { _id, pause } = run;
  if (!pause || pause.toldAt) return;
  const same = { _id, status: RunStatus.Paused, 'pause.at': pause.at, 'pause.toldAt': null };
  await transaction(database.client, async (session) => {
    const { matchedCount } = await database
      .of(AutomationRun)
      .updateOne(same, { $set: { 'pause.toldAt': now() } }, { session });
    if (matchedCount > 0)
      await addNotification(database, leftPausedNews(run, pause.at, days, now()), session);
  });
}
