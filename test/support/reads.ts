import type { CommandStartedEvent, CommandSucceededEvent } from 'mongodb';
import { z } from 'zod';
import type { Database } from '../../server/db/database.ts';

const withCursor = z.looseObject({ cursor: z.looseObject({ id: z.unknown() }) });

/**
 * The reads that the database is sent while this is done, such as `find clusters`, sorted. The streams of changes
 * wait for more all the time, and do not count. The database's client must tell of its commands.
 */
export async function readsDuring({ client }: Database, work: () => Promise<unknown>): Promise<string[]> {
  const cursors = new Set<string>();
  const reads: string[] = [];
  const began = ({ commandName, command }: CommandStartedEvent) => {
    const isOurs = commandName === 'getMore' && cursors.has(String(command.getMore));
    if (!isOurs && !['find', 'aggregate', 'count'].includes(commandName)) return;
    reads.push(`${commandName} ${isOurs ? command.collection : command[commandName]}`);
  };
  const ended = ({ commandName, reply }: CommandSucceededEvent) => {
    if (commandName !== 'getMore') cursors.add(String(withCursor.safeParse(reply).data?.cursor.id));
  };
  client.on('commandStarted', began).on('commandSucceeded', ended);
  try {
    await work();
  } finally {
    client.off('commandStarted', began).off('commandSucceeded', ended);
  }
  return reads.sort();
}
