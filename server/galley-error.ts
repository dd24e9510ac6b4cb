/**
 * How the engine treats it. `transient`: tried again later. `item`: the item is marked as failed and the stage goes
 * on. `critical`: the run fails.
 */
export type ErrorScope = 'transient' | 'item' | 'critical';

type Details = Readonly<Record<string, unknown>>;

export class GalleyError extends Error {
  override readonly name = 'GalleyError';
  readonly code: string;
  readonly details: Details;
  readonly scope: ErrorScope;

  constructor(code: string, message: string, details: Details = {}, scope: ErrorScope = 'critical') {
    super(message);
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
