import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/db.ts';

describe('The database of a test file', () => {
  const { client, db } = testDatabase();

  it('is empty at first', async () => {
    expect(await db.collections()).toEqual([]);
  });

  it('knows transactions, of which an aborted one leaves nothing behind', async () => {
    const colours = db.collection('colours');
    await colours.insertOne({ name: 'red' });
    await client.withSession(async (session) => {
      session.startTransaction();
      await colours.insertOne({ name: 'blue' }, { session });
      await session.abortTransaction();
    });
    expect(await colours.countDocuments()).toBe(1);
  });

  it('knows change streams', async () => {
    const stream = db.collection('colours').watch([], { maxAwaitTimeMS: 20 });
    // Opens the stream: what is written from here on is seen.
    await stream.tryNext();
    await db.collection('colours').insertOne({ name: 'green' });
    expect((await stream.next()).operationType).toBe('insert');
    await stream.close();
  });
});
