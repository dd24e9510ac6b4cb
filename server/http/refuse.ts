import type { ErrorRequestHandler, RequestHandler } from 'express';
import { errors, GalleyError } from '../errors.ts';
import type { ErrorFormatter } from '../graphql/format-error.ts';

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  BODY_UNREADABLE: 400,
  BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  MEDIA_UNREACHABLE: 503,
  SHUTTING_DOWN: 503,
};

/** An error as an answer over plain HTTP, in the form in which GraphQL tells its own. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly errors: readonly unknown[] };
}

export function refusalFor(thrown: unknown, formatError: ErrorFormatter): Refusal {
  const error = catalogued(thrown);
  const isKnown = error instanceof GalleyError;
  const shown = formatError({ message: '' }, error);
  const seconds = isKnown ? error.details.retryAfterSeconds : undefined;
  return {
    status: isKnown ? (statuses[error.code] ?? Number(error.details.status ?? 500)) : 500,
    headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) },
    body: { errors: [shown] },
  };
}

const reasons: Readonly<Record<number, string>> = {
  400: 'its address is malformed',
  416: 'there is no such part',
};

/** What Express and its like refuse by themselves is about the request, and has a status that says so. */
function catalogued(error: unknown): unknown {
  if (error instanceof GalleyError || !(error instanceof Error) || !('status' in error)) return error;
  const status = Number(error.status);
  const isTheirs = status >= 400 && status < 500;
  return isTheirs ? errors.requestRefused({ status, reason: reasons[status] ?? 'we do not do that' }) : error;
}

/** For what nobody before has answered. */
export const nothingHere: RequestHandler = (request, _response, next) => {
  next(errors.notFound({ kind: 'page', id: request.path }));
};

/** The last handler: whatever went wrong before Apollo, or beside it. */
export function refuse(formatError: ErrorFormatter): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, headers, body } = refusalFor(error, formatError);
    response.status(status).set(headers).json(body);
  };
}
