import { type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * The server's log: JSON lines on stderr, so that stdout stays a program's output, or in a file. `level` as pino
 * names them. Throws what the file system throws.
 */
export function createLog(level: string, file?: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: file ?? 2, sync: true, mkdir: true }));
}
