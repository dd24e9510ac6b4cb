import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { migrations } from '../../server/db/migrations/index.ts';
import { testDatabase } from '../support/db.ts';

const program = fileURLToPath(new URL('./migrate-process.ts', import.meta.url));
const { db, uri } = testDatabase();

it('carries out each migration once when twelve processes start on an empty database at once', async () => {
  const address = new URL(uri);
  address.pathname = db.databaseName;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const processes = Array.from({ length: 12 }, () =>
    spawn(process.execPath, [program, address.href], { env, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const exits = await Promise.all(processes.map((process) => once(process, 'exit')));

  expect(exits.map(([code]) => code)).toEqual(processes.map(() => 0));
  const carriedOut = await db.collection('carried_out').find().toArray();
  expect(carriedOut.map(({ migration }) => migration)).toEqual([
    ...migrations.map(({ id }) => id),
    '9999-last',
  ]);
  expect(await db.collection('locks').countDocuments()).toBe(0);
});
