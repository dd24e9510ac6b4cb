import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const stored = z.object({
  /** The keeper that wrote this; it may be long gone, and its pid another program's: nobody acts on the pid. */
  keeper: z.object({ pid: z.int(), port: z.int(), token: z.string() }),
  /** The port that mongod had, and the replica set's configuration names. */
  port: z.int(),
  binary: z.string(),
  /** Of the mongod that wrote the data last. */
  version: z.string(),
});

/** What is kept beside the data about the server that has them open, or had them last. */
export type ServerFile = z.infer<typeof stored>;

/** Undefined where the folder is new, or the file is unreadable: all in it can be found out again. */
export async function readServerFile(dataDir: string): Promise<ServerFile | undefined> {
  try {
    return stored.parse(JSON.parse(await readFile(serverFilePath(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces the file in one step, so that no reader sees half of it. */
export async function writeServerFile(dataDir: string, content: ServerFile): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const scratch = `${serverFilePath(dataDir)}.${process.pid}`;
  await writeFile(scratch, `${JSON.stringify(content, null, 2)}\n`);
  await rename(scratch, serverFilePath(dataDir));
}

function serverFilePath(dataDir: string): string {
  return join(dataDir, 'server.json');
}
