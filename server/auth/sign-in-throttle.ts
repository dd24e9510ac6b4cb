import { isIPv6 } from 'node:net';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';
import { hashOf } from './tokens.ts';

const windowSeconds = 15 * 60;
/** Wrong passwords for one address within the window, from wherever they come. */
const perAddress = 10;
/** Wrong passwords from one client within the window, for whatever addresses: an office shares one. */
const perClient = 50;

/** Slows down whoever guesses passwords. Counted in the database: all processes count together. */
export interface SignInThrottle {
  /** Counts an attempt, before the password is looked at: those made at once count too. Throws SIGN_IN_THROTTLED. */
  attempt(attempt: Attempt): Promise<void>;
  /** It was the right password: nothing is counted against its address, and not this attempt against the client. */
  forgive(attempt: Attempt): Promise<void>;
}

interface Attempt {
  readonly email: string;
  /** Address of the client. */
  readonly ip: string;
}

export function createSignInThrottle({ client, db }: Database): SignInThrottle {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMongo({
      storeClient: client,
      dbName: db.databaseName,
      tableName: 'sign_in_attempts',
      // The migrations make them.
      disableIndexesCreation: true,
      keyPrefix,
      points,
      duration: windowSeconds,
    });
  const addresses = limiter('address', perAddress);
  const clients = limiter('client', perClient);
  return {
    async attempt({ email, ip }) {
      try {
        await clients.consume(networkOf(ip));
        // Hashed: people type passwords into the wrong field.
        await addresses.consume(hashOf(email));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw errors.signInThrottled({ retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
    },
    async forgive({ email, ip }) {
      await Promise.all([addresses.delete(hashOf(email)), clients.reward(networkOf(ip))]);
    },
  };
}

/** The client's address; of IPv6 the first 64 bits, below which one client has as many as it likes. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail = ''] = ip.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const gap = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = ip.includes('::') ? [...before, ...gap, ...after] : before;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
