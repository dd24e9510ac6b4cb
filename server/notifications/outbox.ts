import type { ClientSession } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { Notification } from '../../schema/notification.ts';
import type { Database } from '../db/database.ts';

/** What is to be told of a run, and when it happened. */
export interface News extends Pick<Notification, 'event' | 'sentence' | 'at'> {
  readonly run: Pick<AutomationRun, '_id' | 'account' | 'site' | 'runId'>;
}

/** Puts it into the outbox, in the transaction of what it tells of: the one is there if and only if the other is. */
export async function addNotification(
  database: Database,
  { run, at, ...told }: News,
  session: ClientSession,
): Promise<void> {
  const { _id, account, site, runId } = run;
  const notification = Object.assign(new Notification(), { account, site, run: _id, runId, at, ...told });
  await database.of(Notification).insertOne({ ...notification, nextTryAt: at }, { session });
}
