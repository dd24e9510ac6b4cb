import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../../auth/caller.ts';
import { errors } from '../../errors.ts';
import { addressGroup } from '../client-address.ts';

/** Who a request is counted for: the key, the person, or the address of nobody we know. */
export function keyOf(caller: Caller, address: string): string {
  if (caller.kind === 'program') return `key ${caller.apiKey._id}`;
  if (caller.kind === 'person') return `user ${caller.user._id}`;
  return addressKeyOf(address);
}

export function addressKeyOf(address: string): string {
  return `address ${addressGroup(address)}`;
}

export interface RateLimit {
  /** Counts one request. Throws RATE_LIMITED when there were too many within the minute. */
  take(key: string): Promise<void>;
}

/** In memory, so each process counts for itself: what it protects is the process. */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw errors.rateLimited({ retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) });
      }
    },
  };
}
