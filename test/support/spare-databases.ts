import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { stages } from '../../plugins/index.ts';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { ensureStageIndexes } from '../../server/engine/stage-indexes.ts';

/** What keeps the migrations on record. */
const record = 'migrations';

/** The indexes of each collection, by name. */
type Shape = ReadonlyMap<string, ReadonlySet<string>>;

interface Spares {
  readonly names: string[];
  /** Of a database that is as for a user's first start. */
  shape: Shape | undefined;
}

declare global {
  // A worker loads its files one after the other, and only the process is what they share.
  var galleySpareDatabases: Spares | undefined;
}

function spares(): Spares {
  globalThis.galleySpareDatabases ??= { names: [], shape: undefined };
  return globalThis.galleySpareDatabases;
}

/** The name of a database that nobody uses: to migrate an empty one takes half a second, to empty a full one none. */
export function takeDatabaseName(): string {
  return spares().names.pop() ?? `test-${randomUUID()}`;
}

/** Makes the database what it is for a user's first start, with the plan's pipeline. */
export async function prepareDatabase(database: Database): Promise<void> {
  await migrate(database.db, migrations);
  await ensureStageIndexes(database, createRegistry(stages));
  spares().shape ??= await shapeOf(database.db);
}

/** Empties the database for the next file that needs one; drops it where it is not the shape that migrations give. */
export async function giveDatabaseBack(db: Db): Promise<void> {
  const { names, shape } = spares();
  if (shape && (await restore(db, shape))) names.push(db.databaseName);
  else await db.dropDatabase();
}

async function restore(db: Db, shape: Shape): Promise<boolean> {
  const found = await shapeOf(db);
  // A profile is the server's, which alone may empty it.
  const isProfiled = [...found.keys()].some((name) => name.startsWith('system.'));
  const isWhole = [...shape].every(([collection, indexes]) =>
    [...indexes].every((index) => found.get(collection)?.has(index)),
  );
  if (isProfiled || !isWhole) return false;
  await Promise.all(
    [...found].map(async ([name, indexes]) => {
      const usual = shape.get(name);
      if (!usual) return db.dropCollection(name);
      for (const index of indexes) if (!usual.has(index)) await db.collection(name).dropIndex(index);
      if (name !== record) await db.collection(name).deleteMany({});
    }),
  );
  return true;
}

async function shapeOf(db: Db): Promise<Shape> {
  const collections = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return new Map(
    await Promise.all(
      collections.map(async ({ name }) => {
        const indexes = await db.collection(name).listIndexes().toArray();
        return [name, new Set(indexes.map((index) => String(index.name)))] as const;
      }),
    ),
  );
}
