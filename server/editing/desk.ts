import type { ObjectId } from 'mongodb';
import type { Database } from '../db/database.ts';

/** What edits need. */
export interface Desk {
  readonly database: Database;
  now(): Date;
}

/** Whose things are edited: nothing outside of it is found. */
export interface EditScope {
  readonly account: ObjectId;
  /** Absent: all sites of the account. */
  readonly site?: ObjectId;
}
