import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { type Log, loggedAs } from '../log.ts';

const idForm = /^[\w.:-]{1,64}$/;

/**
 * Gives each request an id, the one it came with where that is one, and tells it in `X-Request-Id` and in every line
 * that is logged on its way. The query part of a path is not logged: links carry secrets there.
 */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const requestId = given !== undefined && idForm.test(given) ? given : randomUUID();
    const startedAt = performance.now();
    const { method, path } = request;
    response.set('X-Request-Id', requestId);
    loggedAs({ requestId }, () => {
      response.once('close', () => {
        const ms = Math.round(performance.now() - startedAt);
        log.info({ requestId, method, path, status: response.statusCode, ms }, 'request');
      });
      next();
    });
  };
}
