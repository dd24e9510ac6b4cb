import { setTimeout as delay } from 'node:timers/promises';
import {
  type ChangeStream,
  type ChangeStreamDocument,
  type Document,
  type ObjectId,
  Timestamp,
} from 'mongodb';
import { ApiKey } from '../../schema/api-key.ts';
import { Session } from '../../schema/session.ts';
import { User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
import { watching } from '../db/watching.ts';
import type { Log } from '../log.ts';

const retryMs = 1_000;

/** Something on which the rights of callers rest, and what became of it. */
export interface CallerChange {
  /** Of the session, the API key or the user. */
  readonly id: ObjectId;
  /** `ended`: it is worth nothing any more. `changed`: what it may do is another. */
  readonly what: 'ended' | 'changed';
}

export interface WatchOptions {
  readonly log: Log;
  onChange(change: CallerChange): void;
  /** Changes from now on are told. Called again where some may have been missed. */
  onOpen(): Promise<void>;
}

/** Tells of every session, API key and user that ends or changes, in whichever process. Returns what ends that. */
export async function watchCallers(
  database: Database,
  { log, onChange, onOpen }: WatchOptions,
): Promise<() => Promise<void>> {
  const stop = new AbortController();
  let stream = await open(database);
  const follow = async () => {
    while (!stop.signal.aborted) {
      try {
        for await (const change of stream) {
          const told = changeOf(change);
          if (told) onChange(told);
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        // The driver mends what can be mended; this is more.
        log.warn({ err: error }, 'the watch on callers was interrupted');
      }
      stream = await reopened(database, stop.signal, log).catch(() => stream);
      if (!stop.signal.aborted) await onOpen().catch((err) => log.warn({ err }, 'callers not looked over'));
    }
  };
  await onOpen();
  const following = follow();
  return async () => {
    stop.abort();
    await stream.close();
    await following;
    // Another one, where it was about to be opened anew.
    await stream.close();
  };
}

type Stream = ChangeStream<Document, ChangeStreamDocument>;

/**
 * Opened right after the last thing that was done: what comes later is told, however late the first is asked for, and
 * a database that was dropped just before does not end this stream, too.
 */
async function open(database: Database): Promise<Stream> {
  const { operationTime }: { operationTime?: Timestamp } = await database.db.command({ ping: 1 });
  const kinds = [Session, ApiKey, User].map((kind) => database.of<object>(kind).collectionName);
  const updated = (field: string) => ({ [`updateDescription.updatedFields.${field}`]: { $exists: true } });
  const matters = { $or: [{ operationType: 'delete' }, updated('revokedAt'), updated('role')] };
  return database.db.watch([{ $match: { 'ns.coll': { $in: kinds }, ...matters } }], {
    ...watching,
    ...(operationTime && { startAtOperationTime: next(operationTime) }),
  });
}

function next(time: Timestamp): Timestamp {
  return new Timestamp({ t: time.t, i: time.i + 1 });
}

async function reopened(database: Database, signal: AbortSignal, log: Log): Promise<Stream> {
  for (;;) {
    await delay(retryMs, undefined, { signal });
    try {
      return await open(database);
    } catch (error) {
      log.warn({ err: error }, 'the watch on callers cannot be opened');
    }
  }
}

/** Of a document that was updated or deleted: nothing else is asked for. */
function changeOf(change: ChangeStreamDocument): CallerChange | undefined {
  if (!('documentKey' in change)) return undefined;
  const hasNewRole =
    change.operationType === 'update' && 'role' in (change.updateDescription.updatedFields ?? {});
  return { id: change.documentKey._id, what: hasNewRole ? 'changed' : 'ended' };
}
