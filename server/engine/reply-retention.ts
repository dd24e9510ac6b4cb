/** What the AI has said is needed as long as a run may come back to it; the figures of its calls stay for good. */
import type { ObjectId } from 'mongodb';
import { AutomationRun } from '../../schema/automation-run.ts';
import { dropReplies, replyCount } from '../ai/journal-retention.ts';
import type { Engine } from './engine.ts';

const dayMs = 86_400_000;
const runsAtOnce = 100;

type Retaining = Pick<Engine, 'database' | 'now'>;

/** Runs that ended more than so many days ago and have their replies still, the eldest first. */
async function* pastRuns({ database, now }: Retaining, days: number): AsyncGenerator<ObjectId> {
  const before = new Date(now().getTime() - days * dayMs);
  const past = { active: false, repliesDroppedAt: null, endedAt: { $lt: before } };
  for (let last: { _id: ObjectId; endedAt: Date | null } | undefined; ; ) {
    const beyond = last && {
      $or: [
        { endedAt: { $gt: last.endedAt, $lt: before } },
        { endedAt: last.endedAt, _id: { $gt: last._id } },
      ],
    };
    const page = await database
      .of(AutomationRun)
      .find({ ...past, ...beyond }, { sort: { endedAt: 1, _id: 1 }, limit: runsAtOnce })
      .project<{ _id: ObjectId; endedAt: Date | null }>({ endedAt: 1 })
      .toArray();
    for (const { _id } of page) yield _id;
    last = page.at(-1);
    if (page.length < runsAtOnce) return;
  }
}

/**
 * Drops the replies of all those runs; returns how many replies there were. Cut off, done twice or in two processes at
 * once, it does what is left. A run that is resumed afterwards asks again for what had not been saved.
 */
export async function dropOldReplies(engine: Retaining, days: number): Promise<number> {
  let dropped = 0;
  for await (const run of pastRuns(engine, days)) {
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
  for await (const run of pastRuns(engine, days)) count += await replyCount(engine.database, run);
  return count;
}
