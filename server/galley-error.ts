/**
 * How the engine treats it. `transient`: tried again later. `item`: the item is marked as failed and the stage goes
 * on. `critical`: the run fails.
 */
export type ErrorScope = 'transient' | 'item' | 'critical';

/** What is wrong, and what is to be done where it does not pass by itself. */
interface Told {
  readonly what: string;
  readonly toDo: string;
}

type Details = Readonly<Record<string, unknown>>;

export class GalleyError extends Error {
  override readonly name = 'GalleyError';
  readonly code: string;
  /** What is wrong: all that is to be said while it is tried again. */
  readonly what: string;
  readonly details: Details;
  readonly scope: ErrorScope;

  constructor(code: string, told: string | Told, details: Details = {}, scope: ErrorScope = 'critical') {
    super(typeof told === 'string' ? told : `${told.what} ${told.toDo}`);
    this.what = typeof told === 'string' ? told : told.what;
    this.code = code;
    this.details = details;
    this.scope = scope;
  }

  get retryable(): boolean {
    return this.scope === 'transient';
  }
}

/** True for an error of this code. */
export function isError(error: unknown, code: string): error is GalleyError {
  return error instanceof GalleyError && error.code === code;
}
