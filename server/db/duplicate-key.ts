import { MongoServerError } from 'mongodb';

/** True for a write refused by a unique index; of many writes, where at least one was. */
export function isDuplicateKey(error: unknown): error is MongoServerError {
  return error instanceof MongoServerError && error.code === 11000;
}
