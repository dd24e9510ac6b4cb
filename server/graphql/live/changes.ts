/** The one change stream of a process: what was committed in the database, by whichever process. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ChangeStream, Document, ResumeToken } from 'mongodb';
import { Account } from '../../../schema/account.ts';
import { Activity } from '../../../schema/activity.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import type { Database } from '../../db/database.ts';
import { watching } from '../../db/watching.ts';
import type { Log } from '../../log.ts';

/** Told of what happens, in the order in which it was committed. */
export interface ChangeListener {
  /** A row of a run's history. Whatever changes a run also tells of it by a row. */
  onActivity(row: Activity): void;
  /** Something that watchers of this topic may want to look at again. */
  onTopic(topic: string): void;
  /** Anything may have happened meanwhile: everybody looks again. */
  onGap(): void;
}

export const siteTopic = (site: unknown) => `site ${site}`;
export const accountTopic = (account: unknown) => `account ${account}`;

export interface ChangeWatch {
  /** False while the stream is interrupted. */
  readonly isAlive: boolean;
  close(): Promise<void>;
}

const retryMs = 250;

/** Watches until it is closed. Resolves when nothing that happens from now on is missed. */
export async function watchChanges(
  database: Database,
  log: Log,
  listener: ChangeListener,
): Promise<ChangeWatch> {
  const names = {
    activities: database.of(Activity).collectionName,
    accounts: database.of(Account).collectionName,
    runs: database.of(AutomationRun).collectionName,
  };
  let isClosed = false;
  let isAlive = false;
  let stream: ChangeStream | undefined;
  let token: ResumeToken | undefined;
  const tell = (change: Document) => {
    token = change._id;
    const { ns, fullDocument, documentKey } = change;
    if (ns.coll === names.activities) listener.onActivity(fullDocument);
    else if (ns.coll === names.accounts) listener.onTopic(accountTopic(documentKey._id));
    // Seldom: a start that was refused at its last step.
    else if (ns.coll === names.runs) listener.onGap();
    else listener.onTopic(siteTopic(fullDocument.site));
  };
  const open = async () => {
    stream = database.db.watch(pipelineFor(database, names), {
      ...watching,
      ...(token ? { resumeAfter: token } : {}),
    });
    const first = await stream.tryNext();
    isAlive = true;
    listener.onGap();
    if (first) tell(first);
    return stream;
  };
  const follow = async (opened: ChangeStream) => {
    for (let current: ChangeStream | undefined = opened; !isClosed; ) {
      try {
        current ??= await open();
        for (;;) tell(await current.next());
      } catch (error) {
        isAlive = false;
        if (isClosed) return;
        log.warn({ err: error }, 'live changes interrupted');
        // What was missed is read from the collections: where the stream goes on from does not matter.
        token = undefined;
        await current?.close().catch(() => {});
        current = undefined;
        await wait(retryMs);
      }
    }
  };
  const following = follow(await open());
  return {
    get isAlive() {
      return isAlive;
    },
    async close() {
      isClosed = true;
      await stream?.close();
      await following;
    },
  };
}

function pipelineFor(
  database: Database,
  { activities, accounts, runs }: Record<'activities' | 'accounts' | 'runs', string>,
): Document[] {
  const items = [...database.itemCollections];
  return [
    {
      $match: {
        $or: [
          { 'ns.coll': { $in: [activities, ...items] }, operationType: 'insert' },
          { 'ns.coll': accounts, operationType: { $in: ['insert', 'update'] } },
          { 'ns.coll': runs, operationType: 'delete' },
        ],
      },
    },
    // Of a new item, its site is enough.
    {
      $set: {
        fullDocument: {
          $cond: [{ $in: ['$ns.coll', items] }, { site: '$fullDocument.site' }, '$fullDocument'],
        },
      },
    },
  ];
}
