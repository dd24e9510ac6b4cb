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

/** The one that only we can have set goes before the plain one, which a neighbour under the same domain can, too. */
function cookieIn(header: string): string | undefined {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const [name = '', value = ''] = pair.trim().split('=');
    cookies.set(name, value);
  }
  return cookies.get(cookieName(true)) ?? cookies.get(cookieName(false));
}
