import cors from 'cors';
import type { RequestHandler } from 'express';

/** For how long a browser keeps what it was told, in seconds. */
const keptSeconds = 600;

/**
 * Lets pages of these origins ask, with their visitors' cookies, and read the answers. A page of any other origin is
 * told nothing, so its browser shows it nothing.
 */
export function allowOrigins(allowed: readonly string[]): RequestHandler[] {
  // Also of an answer that says nothing of it: who keeps that for one page must not give it to another's.
  const varying: RequestHandler = (_request, response, next) => {
    response.vary('Origin');
    next();
  };
  const answering = cors({
    origin: (origin, allow) => allow(null, origin !== undefined && allowed.includes(origin)),
    credentials: true,
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['Retry-After', 'X-Request-Id', 'Content-Disposition'],
    maxAge: keptSeconds,
  });
  return [varying, answering];
}
