import { type Logger, pino } from 'pino';

export type Log = Logger;

/** The server's log: JSON lines on stderr, so that stdout stays a program's output. `level` as pino names them. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
