/**
 * Brings a database up to date by the built product, as every process does when it starts, and by one migration
 * more that counts how often it is carried out.
 */
import type { MongoClient } from 'mongodb';
import type * as Databases from '../../server/db/database.ts';
import type * as Migrating from '../../server/db/migrate.ts';
import type * as Migrations from '../../server/db/migrations/index.ts';

const [uri = ''] = process.argv.slice(2);
const built = (path: string) => new URL(`../../dist/server/${path}`, import.meta.url).href;
const { openDatabase }: typeof Databases = await import(built('db/database.js'));
const { migrate }: typeof Migrating = await import(built('db/migrate.js'));
const { migrations }: typeof Migrations = await import(built('db/migrations/index.js'));

const database = await openDatabase(uri);
const counted = migrations.map((migration) => ({
  ...migration,
  async up(db: ReturnType<MongoClient['db']>) {
    await db.collection('carried_out').insertOne({ migration: migration.id, pid: process.pid });
    await migration.up(db);
  },
}));
const last = {
  id: '9999-last',
  up: async (db: ReturnType<MongoClient['db']>) => {
    await db.collection('carried_out').insertOne({ migration: '9999-last', pid: process.pid });
  },
};
await migrate(database.db, [...counted, last]);
// Returning means: up to date, whoever did it.
const done = await database.db.collection('migrations').countDocuments();
process.exitCode = done === migrations.length + 1 ? 0 : 1;
await database.close();
