import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isInUse } from '../../../server/db/embedded/mongod.ts';
import { openEmbedded } from '../../../server/db/embedded/server.ts';

it('says what mongod says of its data where it cannot open them', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'galley-mongod-'));
  // As unreadable as a lock file is that belongs to another user.
  await mkdir(join(dataDir, 'db', 'mongod.lock'), { recursive: true });
  await expect(openEmbedded({ dataDir, say: () => {} })).rejects.toMatchObject({
    code: 'EMBEDDED_FAILED',
    message: expect.stringMatching(/mongod ended with code 100 \(Location.*mongod\.lock"\); its log is /),
  });
  await rm(dataDir, { recursive: true });
});

it.each([
  [true, 100, 'Unable to lock the lock file: /d/db/mongod.lock (Resource temporarily unavailable).'],
  [true, 100, 'Unable to create/open the lock file: C:\\d (The file is being used by another process.).'],
  [false, 100, 'Unable to create/open the lock file: /d (Permission denied). Also make sure that another'],
  [false, 100, 'Location28596: Unable to determine status of lock file in the data directory /d/db'],
  [false, 62, 'Unable to lock the lock file: /d/db/mongod.lock'],
])('takes data for those of another mongod (%s) by what it says at code %i: %s', (expected, code, reason) => {
  expect(isInUse({ code, reason })).toBe(expected);
});
