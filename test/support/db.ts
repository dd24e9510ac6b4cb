import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, inject } from 'vitest';

/**
 * An empty database of its own for a test file, on the test run's server; dropped when the file is done. Call it
 * at the top of the file, not in a hook.
 */
export function testDatabase(): { readonly client: MongoClient; readonly db: Db; readonly uri: string } {
  const uri = inject('mongoUri');
  const client = new MongoClient(uri);
  const db = client.db(`test-${randomUUID()}`);
  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });
  return { client, db, uri };
}
