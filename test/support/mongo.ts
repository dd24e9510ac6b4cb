import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { TestProject } from 'vitest/node';
import { type Embedded, openEmbedded } from '../../server/db/embedded/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the test run's replica set, without a database name. */
    mongoUri: string;
  }
}

interface SharedServer {
  users: number;
  readonly opening: Promise<{ embedded: Embedded; folder: string }>;
}

declare global {
  // Each project loads this file for itself, so only the process can be what they share.
  var galleyTestServer: SharedServer | undefined;
}

/** One server a test run, however many projects it has, in a folder that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.galleyTestServer ??= { users: 0, opening: open() };
  const shared = globalThis.galleyTestServer;
  shared.users += 1;
  const { embedded, folder } = await shared.opening;
  project.provide('mongoUri', embedded.uri);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    globalThis.galleyTestServer = undefined;
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'galley-test-'));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const embedded = await openEmbedded({ dataDir: folder, say });
  await setForTests(embedded.uri);
  return { embedded, folder };
}

/**
 * The tests' clock stands in the past: by its own, the server would clear away what was made by that one. And each file
 * has a database of a hundred files, which the server keeps open for as long as it can tell the past.
 */
async function setForTests(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    const admin = client.db('admin');
    await admin.command({ setParameter: 1, ttlMonitorEnabled: false });
    await admin.command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: 20 });
    await admin.command({ setParameter: 1, syncdelay: 10 });
  } finally {
    await client.close();
  }
}
