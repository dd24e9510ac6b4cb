import type { AuthCheckerFn } from 'type-graphql';
import type { Caller } from '../auth/caller.ts';
import type { Right } from '../auth/rights.ts';
import { errors } from '../errors.ts';
import type { Context } from './context.ts';

/** Lets through who has the right that the operation names. Throws UNAUTHENTICATED, FORBIDDEN. */
export const checkRight: AuthCheckerFn<Context, Right> = ({ context: { caller } }, needed) => {
  requireRights(caller, needed);
  return true;
};

/** Throws UNAUTHENTICATED, FORBIDDEN. */
export function requireRights(caller: Caller, needed: readonly Right[]): void {
  if (caller.kind === 'nobody') throw errors.unauthenticated();
  const missing = needed.find((right) => !caller.rights.has(right));
  if (missing) throw errors.forbidden({ right: missing, kind: caller.kind });
}
