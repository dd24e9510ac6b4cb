import { appendFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { createLog, type Log } from '../log.ts';

const fileName = 'galley.log';

/** Where the command line keeps its log: `galley.log` in the data folder. */
function logFileIn(dataDir: string): string {
  return resolve(dataDir, fileName);
}

/** The server's log as a file: what is meant for a developer never reaches a person's terminal. */
export function openLog(level: string, dataDir: string): Log {
  try {
    return createLog(level, logFileIn(dataDir));
  } catch {
    return createLog(level, join(tmpdir(), fileName));
  }
}

/** Writes an error whole to the log, whatever state the program is in, and returns where. */
export function logUnexpected(error: unknown): string {
  const dataDir = process.env.DATA_DIR || '.data';
  const text = `${new Date().toISOString()} galley ${process.argv.slice(2).join(' ')}\n${inspect(error)}\n`;
  try {
    mkdirSync(dataDir, { recursive: true });
    appendFileSync(logFileIn(dataDir), text);
    return logFileIn(dataDir);
  } catch {
    const place = join(tmpdir(), fileName);
    appendFileSync(place, text);
    return place;
  }
}
