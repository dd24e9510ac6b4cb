import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../auth/caller.ts';

/** Of the session. A name with `__Host-` is kept by browsers only over TLS, from this host, for all its paths. */
export const cookieName = (isSecure: boolean) => (isSecure ? '__Host-galley' : 'galley');

/** What a request, or the upgrade of a socket, says of who it is. */
export function credentialsOf({ headers }: Pick<IncomingMessage, 'headers'>): Credentials {
  const [scheme, apiKey] = headers.authorization?.split(' ') ?? [];
  const isBearer = scheme?.toLowerCase() === 'bearer';
  return { apiKey: isBearer ? apiKey : undefined, sessionToken: cookieIn(headers.cookie ?? '') };
}

function cookieIn(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  const names = [cookieName(true), cookieName(false)];
  return pairs.find(([name]) => names.includes(name ?? ''))?.[1];
}
