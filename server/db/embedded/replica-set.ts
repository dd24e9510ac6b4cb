import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { z } from 'zod';

const alreadyInitialised = 23;

const hello = z.object({ isWritablePrimary: z.boolean(), isreplicaset: z.boolean().optional() });

const commandLine = z.object({ parsed: z.object({ storage: z.object({ dbPath: z.string() }) }) });

const stored = z.object({
  config: z.looseObject({
    version: z.int(),
    members: z.tuple([z.looseObject({ host: z.string() })]),
  }),
});

/**
 * Waits until the mongod of these data is the primary of its set of one, founding the set where the data are new
 * and moving it where they last stood on another port. False when it is not by `deadline` (ms), or when whatever
 * listens on the port is not ours; that is then left alone.
 */
export async function becomePrimary({
  port,
  dbPath,
  deadline,
}: {
  port: number;
  dbPath: string;
  deadline: number;
}) {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2_000,
  });
  try {
    const admin = client.db('admin');
    const { parsed } = commandLine.parse(await admin.command({ getCmdLineOpts: 1 }));
    while (parsed.storage.dbPath === dbPath && Date.now() < deadline) {
      const state = hello.parse(await admin.command({ hello: 1 }));
      if (state.isWritablePrimary) return true;
      if (state.isreplicaset === true) await configure(admin, `127.0.0.1:${port}`);
      await pause(20);
    }
    return false;
  } catch {
    // It went away, is no mongod, or lets nobody ask: the caller looks at its own mongod and tries again.
    return false;
  } finally {
    await client.close();
  }
}

/** Called while the node has no set that it belongs to. */
async function configure(admin: Db, host: string): Promise<void> {
  const founded = await admin
    .command({ replSetInitiate: { _id: 'galley', members: [{ _id: 0, host }] } })
    .then(() => true)
    .catch((error) => {
      if (error instanceof MongoServerError && error.code === alreadyInitialised) return false;
      throw error;
    });
  if (founded) return;
  const { config } = stored.parse(await admin.command({ replSetGetConfig: 1 }));
  const [member] = config.members;
  if (member.host === host) return;
  const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] };
  // Forced, because the set's only member is the one that it cannot find.
  await admin.command({ replSetReconfig: moved, force: true });
}
