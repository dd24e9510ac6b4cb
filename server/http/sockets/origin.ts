import type { IncomingMessage } from 'node:http';

/**
 * Whether a page may open sockets here: one of the host that was asked, or of those that are allowed. Browsers send cookies along
 * with a socket whoever opens it, and say whose page does. What says nothing is no browser.
 */
export function isOriginAllowed({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
