/** What happens in the database, as it happens, for those who subscribe: also what other processes do. */
import { EventEmitter, on } from 'node:events';
import type { ChangeStreamDocument, ObjectId } from 'mongodb';
import { Activity } from '../../../schema/activity.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../log.ts';

export interface Live {
  /** The run's rows above `after`, in order: first those stored, then each as it is committed. No gap, no repeat. */
  activity(run: ObjectId, after: number): AsyncGenerator<Activity>;
  /** The active, else the latest run of the site, whenever it has changed. */
  runChanged(site: ObjectId): AsyncGenerator<AutomationRun>;
  close(): Promise<void>;
}

const rowsAtOnce = 500;

export function openLive(database: Database, log: Log): Live {
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  const collections = [database.of(Activity).collectionName, database.of(AutomationRun).collectionName];
  const stream = database.db.watch([{ $match: { 'ns.coll': { $in: collections } } }], {
    fullDocument: 'updateLookup',
  });
  stream.on('change', (change: ChangeStreamDocument) => {
    if (!('fullDocument' in change) || !change.fullDocument) return;
    const { run, _id, site } = change.fullDocument;
    if (run) changes.emit(`activity ${run}`);
    else changes.emit(`run ${site}`, _id);
  });
  stream.on('error', (error) => log.warn({ err: error }, 'live changes interrupted'));
  return {
    async *activity(run, after) {
      const wakes = on(changes, `activity ${run.toHexString()}`);
      try {
        let seq = after;
        for (;;) {
          const rows = await rowsAfter(database, run, seq);
          yield* rows;
          seq = rows.at(-1)?.seq ?? seq;
          if (rows.length < rowsAtOnce) await wakes.next();
        }
      } finally {
        await wakes.return?.();
      }
    },
    async *runChanged(site) {
      const wakes = on(changes, `run ${site.toHexString()}`);
      try {
        for (;;) {
          const run = await currentRunOf(database, site);
          if (run) yield run;
          await wakes.next();
        }
      } finally {
        await wakes.return?.();
      }
    },
    close: () => stream.close(),
  };
}

function rowsAfter(database: Database, run: ObjectId, seq: number): Promise<Activity[]> {
  return database
    .of(Activity)
    .find({ run, seq: { $gt: seq } }, { sort: { seq: 1 }, limit: rowsAtOnce })
    .toArray();
}

async function currentRunOf(database: Database, site: ObjectId): Promise<AutomationRun | null> {
  const runs = database.of(AutomationRun);
  return (await runs.findOne({ site, active: true })) ?? runs.findOne({ site }, { sort: { startedAt: -1 } });
}
