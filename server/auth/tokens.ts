import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, as 43 characters that need no escaping in a URL or cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: SHA-256 in hex. Nobody can guess 256 random bits, so a fast hash will do. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
