import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/**
 * Of an empty style element: all that the page's components put into the page. What they need they add to it by script,
 * which a policy counts as part of the script; a style's text that came with somebody's words stays without effect.
 */
const emptyStyle = `'sha256-${createHash('sha256').digest('base64')}'`;

/** The page runs what is in its own files, looks as these say, and asks its own server. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src-elem 'self' ${emptyStyle}`,
  // What is pasted into the editor says so of what is bold; nothing that anybody wrote keeps such an attribute.
  "style-src-attr 'unsafe-inline'",
  // For browsers that know but the one of them.
  `style-src 'self' ${emptyStyle}`,
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
