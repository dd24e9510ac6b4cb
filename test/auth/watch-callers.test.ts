import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { ApiKey } from '../../schema/api-key.ts';
import { Session } from '../../schema/session.ts';
import { type CallerChange, watchCallers } from '../../server/auth/watch-callers.ts';
import { openTestApp } from '../support/app.ts';

const { engine } = await openTestApp();
const { database, log } = engine;

async function watch() {
  const told: CallerChange[] = [];
  const opened = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let times = 0;
  let onTold = () => {};
  const close = await watchCallers(database, {
    log,
    onChange(change) {
      told.push(change);
      onTold();
    },
    async onOpen() {
      opened[times]?.resolve();
      times += 1;
    },
  });
  const next = () =>
    new Promise<void>((resolve) => {
      onTold = resolve;
    });
  return { told, next, close, reopened: opened[1]?.promise, timesOpened: () => times };
}

async function newSession(): Promise<ObjectId> {
  const fields = { account: new ObjectId(), user: new ObjectId(), tokenHash: String(new ObjectId()) };
  const session = Object.assign(new Session(), { _id: new ObjectId() }, fields);
  await database.of(Session).insertOne(session);
  return session._id;
}

describe('the watch on callers', () => {
  it('tells of what ends from the moment it is open, and of no use that is made of it', async () => {
    const { told, next, close } = await watch();
    const id = await newSession();
    await database.of(Session).updateOne({ _id: id }, { $set: { lastSeenAt: new Date() } });
    const fields = { account: id, name: 'one', prefix: 'one', keyHash: 'one', scopes: [] };
    const apiKey = Object.assign(new ApiKey(), { _id: new ObjectId() }, fields);
    await database.of(ApiKey).insertOne(apiKey);
    await database.of(ApiKey).updateOne({ _id: apiKey._id }, { $set: { lastUsedAt: new Date() } });
    const heard = next();
    await database.of(Session).deleteOne({ _id: id });
    await heard;
    expect(told).toEqual([{ id, what: 'ended' }]);
    await close();
  });

  it('is opened again, once, where its stream has ended, and asks for what it may have missed to be looked over', async () => {
    const { told, next, close, reopened, timesOpened } = await watch();
    // Ends every stream that is open on it.
    await database.db.dropDatabase();
    await reopened;
    const id = await newSession();
    const heard = next();
    await database.of(Session).deleteOne({ _id: id });
    await heard;
    expect(told).toContainEqual({ id, what: 'ended' });
    expect(timesOpened()).toBe(2);
    await close();
  });
});
