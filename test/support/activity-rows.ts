import type { ObjectId } from 'mongodb';
import { Activity, type ActivityEvent, type BatchName } from '../../schema/activity.ts';
import { AutomationRun, StageStatus } from '../../schema/automation-run.ts';
import { type Database, transaction } from '../../server/db/database.ts';
import { type Happening, insertActivity } from '../../server/engine/activity.ts';

type StageOfRun = Pick<AutomationRun, '_id' | 'current'>;

/**
 * Writes rows of a run as the engine does: numbered by the run, in the transaction that changes it. `change` is what
 * else of the run grows, and by how much.
 */
export async function writeRows(
  database: Database,
  run: ObjectId,
  happenings: readonly Happening[],
  change: Readonly<Record<string, number>> = {},
): Promise<void> {
  await transaction(database.client, async (session) => {
    const update = { $inc: { seq: happenings.length, ...change } };
    const changed = await database
      .of(AutomationRun)
      .findOneAndUpdate({ _id: run }, update, { session, returnDocument: 'after' });
    if (!changed) throw new Error('the run is gone');
    await insertActivity(database.of(Activity), changed, happenings, session);
  });
}

/** As though a worker had begun the run's stage over so many items: no other takes it for an hour. */
export async function beginStage(
  database: Database,
  { _id, current }: StageOfRun,
  total: number,
): Promise<void> {
  const now = new Date();
  const until = new Date(now.getTime() + 3_600_000);
  const begun = { status: StageStatus.Running, total, startedAt: now };
  const stage = Object.entries(begun).map(([name, value]) => [`stages.${current}.${name}`, value]);
  const lease = { owner: 'nobody', token: 2, until, session: null };
  await database.of(AutomationRun).updateOne({ _id }, { $set: { lease, ...Object.fromEntries(stage) } });
}

/** What a worker commits when the item `nth` of `total` is done: so many rows, short and long. Returns the last. */
export async function writeBatch(
  database: Database,
  { _id: run, current: stage }: StageOfRun,
  { nth, total, rows }: { nth: number; total: number; rows: number },
): Promise<string> {
  const batch: BatchName = { index: nth, count: total, first: nth, last: nth, total };
  const label = `Keyword ${nth}`;
  const started: ActivityEvent = {
    type: 'batch.started',
    ...{ batch, label, opening: `Processing ${label}`, preparing: 'Collecting keywords', current: label },
    ...{ one: 'keyword', ids: [], stageKey: stage, batchKey: label },
  };
  const phases = Array.from({ length: rows - 2 }, (_, index): ActivityEvent => {
    const message = `Sorting ${label} ${'among those that are like it '.repeat(index % 8)}`.trim();
    return { type: 'batch.phase', batch, phase: 'AI_CALL', message };
  });
  const completed: ActivityEvent = {
    type: 'batch.completed',
    ...{ batch, saving: 'Creating clusters', message: '1 cluster created', closing: null },
    ...{ notes: [], creditsUsed: 200 },
  };
  const events = [started, ...phases, completed];
  const happenings = events.map((event) => ({ at: new Date(), stage, event }));
  const grown = { [`stages.${stage}.processed`]: 1, [`stages.${stage}.batches`]: 1 };
  await writeRows(database, run, happenings, grown);
  return `Batch ${nth} complete - 1 cluster created`;
}
