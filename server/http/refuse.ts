import type { ErrorRequestHandler } from 'express';
import { GalleyError } from '../errors.ts';
import type { ErrorFormatter } from '../graphql/format-error.ts';

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  BODY_UNREADABLE: 400,
  BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  SHUTTING_DOWN: 503,
};

/** An error as an answer over plain HTTP, in the form in which GraphQL tells its own. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly errors: readonly unknown[] };
}

export function refusalFor(error: unknown, formatError: ErrorFormatter): Refusal {
  const isKnown = error instanceof GalleyError;
  const shown = formatError({ message: '' }, error);
  const seconds = isKnown ? error.details.retryAfterSeconds : undefined;
  return {
    status: isKnown ? (statuses[error.code] ?? 500) : 500,
    headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) },
    body: { errors: [shown] },
  };
}

/** The last handler: whatever went wrong before Apollo, or beside it. */
export function refuse(formatError: ErrorFormatter): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, headers, body } = refusalFor(error, formatError);
    response.status(status).set(headers).json(body);
  };
}
