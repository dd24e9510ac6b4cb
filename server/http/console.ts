import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** The page runs what is in its own files and asks its own server; styles are also made while it runs, by its components. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The console, built into `folder`: its files, kept for good under names that change with them, and its one page at
 * every address that a browser asks for and nothing else has answered. Nothing where it was not built.
 */
export function consoleRoutes(folder: string): Router {
  const page = join(folder, 'index.html');
  const routes = Router();
  if (!existsSync(page)) return routes;
  const assets = express.static(join(folder, 'assets'), {
    immutable: true,
    maxAge: '1y',
    fallthrough: false,
  });
  const others = express.static(folder, { index: false, maxAge: '1h' });
  const show: RequestHandler = (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') return next();
    response.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy });
    response.sendFile(page);
  };
  return routes.use('/assets', assets).use(others).get('/{*path}', show);
}
