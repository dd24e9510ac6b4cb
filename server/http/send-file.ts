import type { Request, Response } from 'express';
import { errors } from '../errors.ts';

/**
 * Answers with a file that is in memory: the whole, the one part that is asked for, or nothing where the client has
 * it. Its type and a strong ETag are set already. Several parts at once come as the whole, as HTTP allows.
 */
export function sendFile(request: Request, response: Response, bytes: Buffer): void {
  response.set('Accept-Ranges', 'bytes');
  const ranges = isPartWanted(request, response) ? request.range(bytes.length) : undefined;
  if (request.fresh || ranges === undefined || ranges === -2) {
    response.send(bytes);
    return;
  }
  if (ranges === -1) {
    for (const name of ['Cache-Control', 'ETag', 'Content-Type']) response.removeHeader(name);
    response.set('Content-Range', `bytes */${bytes.length}`);
    throw errors.requestRefused({ status: 416, reason: 'there is no such part' });
  }
  const [part, ...others] = ranges;
  if (ranges.type !== 'bytes' || part === undefined || others.length > 0) {
    response.send(bytes);
    return;
  }
  response.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${bytes.length}`);
  response.send(bytes.subarray(part.start, part.end + 1));
}

/** Where a part is asked for of a file that the client believes it knows, it must be this very file. */
function isPartWanted(request: Request, response: Response): boolean {
  const condition = request.get('If-Range');
  return condition === undefined || condition === response.get('ETag');
}
