import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoOperationTimeoutError,
  MongoServerSelectionError,
} from 'mongodb';

const labels = ['TransientTransactionError', 'RetryableWriteError', 'UnknownTransactionCommitResult'];

/**
 * What a server answers while it goes down, steps down, or has what it was asked stopped. It labels them on some
 * commands only. The driver's own list (RETRYABLE_READ_ERROR_CODES, which it keeps to itself), and the last four.
 */
const codes: ReadonlySet<unknown> = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  89, // NetworkTimeout
  91, // ShutdownInProgress
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
  43, // CursorNotFound: it was of another primary, or timed out
  133, // FailedToSatisfyReadPreference
  237, // CursorKilled
  11601, // Interrupted: a person, or whoever takes a run over, killed it
]);

/** True for errors that say nothing about what was asked: the same succeeds once the database answers again. */
export function isDatabaseTrouble(error: unknown): boolean {
  // A write of several documents wraps what cut it off.
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof Error) {
    return isDatabaseTrouble(error.errorResponse);
  }
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof MongoOperationTimeoutError) return true;
  if (!(error instanceof MongoError)) return false;
  return codes.has(error.code) || labels.some((label) => error.hasErrorLabel(label));
}
