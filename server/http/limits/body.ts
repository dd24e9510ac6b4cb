import { isUtf8 } from 'node:buffer';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { errors } from '../../errors.ts';

/** Reads JSON. What cannot be read is refused with BODY_TOO_LARGE or BODY_UNREADABLE. */
export function jsonBody(allowedBytes: number): (RequestHandler | ErrorRequestHandler)[] {
  const read = express.json({
    limit: allowedBytes,
    verify(request, _response, body) {
      const isCompressed = request.headers['content-encoding'] !== undefined;
      const charset = /charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
      if (!isCompressed && /^utf-?8$/i.test(charset) && !isUtf8(body)) {
        throw errors.bodyUnreadable({ reason: 'it is not UTF-8' });
      }
    },
  });
  const refuse: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
    next(refusalOf(error, allowedBytes));
  };
  return [read, refuse];
}

const reasons: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'it is not JSON',
  'entity.verify.failed': 'it is not UTF-8',
  'encoding.unsupported': 'its encoding is not known here',
  'charset.unsupported': 'its charset is not known here',
  'request.size.invalid': 'it is not as long as it says',
  'request.aborted': 'it was cut off',
};

function refusalOf(error: unknown, allowedBytes: number): unknown {
  const { type, status }: { type?: unknown; status?: unknown } = Object(error);
  if (type === 'entity.too.large') return errors.bodyTooLarge({ allowedBytes });
  const reason = reasons[String(type)];
  if (reason !== undefined) return errors.bodyUnreadable({ reason });
  // Such as compressed bytes that are none.
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
  return isTheirs ? errors.bodyUnreadable({ reason: 'it is damaged' }) : error;
}
