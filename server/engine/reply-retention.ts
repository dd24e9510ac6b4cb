/** What the AI has said is needed as long as a run may come back to it; the figures of its calls stay for good. */
import { AutomationRun } from '../../schema/automation-run.ts';
import { dropReplies, replyCount } from '../ai/journal-retention.ts';
import { dayMs } from '../durations.ts';
import { type EndedRun, endedRuns } from './ended-runs.ts';
import type { Engine } from './engine.ts';

type Retaining = Pick<Engine, 'database' | 'now'>;

/** Runs that ended more than so many days ago and have their replies still, the eldest first. */
function pastRuns({ database, now }: Retaining, days: number): AsyncGenerator<EndedRun> {
  const before = new Date(now().getTime() - days * dayMs);
  return endedRuns(database, 'endedAt', before, { repliesDroppedAt: null });
}

/**
 * Drops the replies of all those runs; returns how many replies there were. Cut off, done twice or in two processes at
 * once, it does what is left. A run that is resumed afterwards asks again for what had not been saved.
 */
export async function dropOldReplies(engine: Retaining, days: number): Promise<number> {
  let dropped = 0;
  for await (const { _id: run } of pastRuns(engine, days)) {
    dropped += await dropReplies(engine.database, run);
    // One that was resumed a moment ago has new replies, for a later time.
    const unchanged = { _id: run, active: false, repliesDroppedAt: null };
    await engine.database
      .of(AutomationRun)
      .updateOne(unchanged, { $set: { repliesDroppedAt: engine.now() } });
  }
  return dropped;
}

/** How many replies would be dropped now. */
export async function countOldReplies(engine: Retaining, days: number): Promise<number> {
  let count = 0;
  for await (const { _id: run } of pastRuns(engine, days)) count += await replyCount(engine.database, run);
  return count;
}
