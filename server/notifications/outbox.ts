import type { ClientSession } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { Notification } from '../../schema/notification.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';

/** A run, or a site where there is none. */
type About =
  | { readonly run: Pick<AutomationRun, '_id' | 'account' | 'site' | 'runId'> }
  | { readonly site: Pick<Site, '_id' | 'account'> };

/** What is to be told, and when it happened. */
export type News = Pick<Notification, 'event' | 'sentence' | 'at'> & About;

/** Puts it into the outbox, in the transaction of what it tells of: the one is there if and only if the other is. */
export async function addNotification(
  database: Database,
  { event, sentence, at, ...about }: News,
  session: ClientSession,
): Promise<void> {
  const told = { ...subjectOf(about), event, sentence, at, nextTryAt: at };
  await database.of(Notification).insertOne(Object.assign(new Notification(), told), { session });
}

function subjectOf(about: About): Partial<Notification> {
  if ('site' in about) return { account: about.site.account, site: about.site._id };
  const { _id: run, account, site, runId } = about.run;
  return { account, site, run, runId };
}
