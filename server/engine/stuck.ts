/** Runs that nobody can go on with: they hold credits, their site and its schedule. */
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { transaction } from '../db/database.ts';
import { hourMs } from '../durations.ts';
import { addNotification } from '../notifications/outbox.ts';
import type { Engine } from './engine.ts';
import { stuckNews } from './news.ts';
import { stageAhead } from './progress/stage-progress.ts';

/**
 * A run that moves takes no longer for a step. The longest is a batch whose provider is slow: of its six tries
 * (ai/retry.ts), each may take ten minutes (providers/timeouts.ts), and a quarter of an hour may lie between two
 * (providers/retry-after.ts), which is two hours and a quarter.
 */
const stuckMs = 3 * hourMs;

/** Tells of running runs that do not move on, once until they do: whatever keeps them from it keeps them from failing. */
export async function tellOfStuck({ database, registry, log, now }: Engine): Promise<void> {
  const runs = database.of(AutomationRun);
  const before = now().getTime() - stuckMs;
  // By the index of what workers look for. All that run: that they moved is in no index, which each batch would pay for.
  const running = await runs
    .find({ status: RunStatus.Running }, { sort: { 'lease.until': 1 } })
    .project<Pick<AutomationRun, '_id' | 'lastStep'>>({ lastStep: 1 })
    .toArray();
  for (const { _id, lastStep } of running) {
    if (!lastStep || lastStep.toldAt || lastStep.at.getTime() >= before) continue;
    const same = { _id, status: RunStatus.Running, 'lastStep.at': lastStep.at, 'lastStep.toldAt': null };
    const stuck = await transaction(database.client, async (session) => {
      const run = await runs.findOneAndUpdate(same, { $set: { 'lastStep.toldAt': now() } }, { session });
      if (!run) return null;
      const unknown = run.sequence.filter((key) => !registry.keys.includes(key));
      await addNotification(database, stuckNews(run, { since: lastStep.at, unknown, at: now() }), session);
      return { run: run.runId, site: run.site.toHexString(), stage: stageAhead(run), unknown };
    });
    if (stuck) log.error({ ...stuck, since: lastStep.at }, 'a run does not move on');
  }
}
