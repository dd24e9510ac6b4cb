import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Log } from '../log.ts';
import { requestLog } from './request-log.ts';

/** Bytes: what is smaller arrives in a connection's first ten segments (RFC 6928), and no sooner when compressed. */
const firstFlight = 14_000;

/** What all our HTTP has in common: an id and a log line for each request, and headers that let a browser do nothing. */
export function shell(log: Log, proxies: number): Express {
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
  // ETags: what is kept has its own, or its file's; to reckon one of each answer that nobody may keep is for nothing.
  return express()
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', proxies)
    .use(requestLog(log), policy, compression({ level: 1, threshold: firstFlight }));
}
