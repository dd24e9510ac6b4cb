import type { MongoClient } from 'mongodb';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../server/db/database.ts';
import { openGate } from './gate.ts';
import type { Life } from './mortal.ts';

const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite', 'commitTransaction']);

/** The database as a mortal worker has it: when its life is over, nothing of it reaches the server any more. */
export interface DoomedDatabase {
  readonly database: Database;
  /** Clears away what is left of it. */
  bury(): Promise<void>;
}

/**
 * Opens a database for one mortal. Its writes count once the server has answered: `commit`, `insert ideas (open)`
 * within a transaction, `findAndModify runs` outside of any.
 */
export async function openDoomed(name: string, life: Life): Promise<DoomedDatabase> {
  const gate = await openGate(Number(new URL(inject('mongoUri')).port));
  life.atEnd(() => gate.shut());
  const uri = `mongodb://127.0.0.1:${gate.port}/?directConnection=true&monitorCommands=true`;
  const database = await openDatabase(uri, { name });
  countWrites(database.client, life);
  return {
    database,
    async bury() {
      gate.end();
      await database.close();
    },
  };
}

function countWrites(client: MongoClient, life: Life): void {
  const begun = new Map<number, string>();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    if (!writes.has(commandName)) return;
    const kind = commandName === 'commitTransaction' ? 'commit' : `${commandName} ${command[commandName]}`;
    begun.set(requestId, command.autocommit === false && kind !== 'commit' ? `${kind} (open)` : kind);
  });
  client.on('commandSucceeded', ({ requestId }) => {
    const kind = begun.get(requestId);
    if (kind === undefined) return;
    begun.delete(requestId);
    life.wrote(kind);
  });
}
