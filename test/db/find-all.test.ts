import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { type Document, MongoClient, ObjectId } from 'mongodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findAll } from '../../server/db/find-all.ts';
import { testDatabase } from '../support/db.ts';

const database = testDatabase();

async function collectionOf(documents: Document[]) {
  const collection = database.db.collection(`things_${new ObjectId().toHexString()}`);
  await collection.insertMany(documents);
  return collection;
}

describe('all that a filter finds', () => {
  it('comes sorted, from where and as far as is asked, with the fields that are asked for', async () => {
    const things = await collectionOf([1, 2, 3, 4, 5].map((n) => ({ n, kind: 'thing', more: 'x' })));
    const options = { sort: { n: -1 }, skip: 1, limit: 3, projection: { _id: 0, n: 1 } } as const;
    expect(await findAll(database.db, things, { kind: 'thing' }, options)).toEqual([
      { n: 4 },
      { n: 3 },
      { n: 2 },
    ]);
    expect(await findAll(database.db, things, { kind: 'other' })).toEqual([]);
  });

  it('comes with values of the same types as from a cursor', async () => {
    const things = await collectionOf([
      {
        at: new Date(),
        ids: [new ObjectId()],
        none: null,
        half: 0.5,
        large: 5_000_000_000,
        inner: { list: ['a', { b: true }] },
      },
    ]);
    expect(await findAll(database.db, things, {})).toEqual(await things.find().toArray());
  });

  it('is whole where one answer of the database does not hold it', async () => {
    const megabytes = 4;
    const things = await collectionOf(
      [1, 2, 3, 4, 5].map((n) => ({ n, text: 'x'.repeat(megabytes * 1_000_000) })),
    );
    const found = await findAll(database.db, things, {}, { sort: { n: 1 }, limit: 5 });
    expect(found.map(({ n, text }) => [n, text.length])).toEqual([1, 2, 3, 4, 5].map((n) => [n, 4_000_000]));
  });

  it('is asked for again where the connection breaks meanwhile', async () => {
    const things = await collectionOf([{ n: 1 }]);
    const way = await breakingWay(things.collectionName);
    const found = await findAll(
      way.db,
      way.db.collection(things.collectionName),
      {},
      { projection: { _id: 0 } },
    );
    expect(found).toEqual([{ n: 1 }]);
    expect(way.breaks).toBe(1);
  });
});

/** A way to the database that hangs up on the first who asks for anything of this collection. */
async function breakingWay(name: string) {
  const [host] = database.client.options.hosts;
  let breaks = 0;
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: host?.port ?? 0 });
    near.on('data', (bytes) => {
      if (breaks > 0 || !bytes.includes(name)) return far.write(bytes);
      breaks += 1;
      near.destroy();
    });
    far.on('data', (bytes) => near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  onTestFinished(async () => {
    await client.close();
    server.close();
  });
  return {
    db: client.db(database.db.databaseName),
    get breaks() {
      return breaks;
    },
  };
}
