import type { Caller } from '../auth/caller.ts';
import type { Gate } from '../auth/sign-in.ts';
import { errors } from '../errors.ts';
import type { Context } from './context.ts';

/** What passwords are tried at, for the caller. */
export function gateOf({ engine: { database, now }, throttle, browser: { ip } }: Context): Gate {
  return { database, throttle, ip, now: now() };
}

/** Throws FORBIDDEN for a program. */
export function personOf(caller: Caller): Extract<Caller, { kind: 'person' }> {
  if (caller.kind !== 'person') throw errors.forbidden({ right: 'self', kind: caller.kind });
  return caller;
}
