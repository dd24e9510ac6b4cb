import type { Db } from 'mongodb';
import { firstIndexes } from './0001-first-indexes.ts';
import { api } from './0003-api.ts';
import { schedules } from './0007-schedules.ts';

/** A change of indexes or stored data, carried out once in a database's life. */
export interface Migration {
  /** Sorts after all earlier ones; never renamed. */
  readonly id: string;
  /** May be cut off and run again: must bear that. */
  up(db: Db): Promise<void>;
}

/** All of them, in order. A released one is never edited: add another. */
export const migrations: readonly Migration[] = [firstIndexes, api, schedules];
