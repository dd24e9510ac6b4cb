import type { AuthCheckerFn } from 'type-graphql';
import type { Right } from '../auth/rights.ts';
import { errors } from '../errors.ts';
import type { Context } from './context.ts';

/** Lets through who has the right that the operation names. Throws UNAUTHENTICATED, FORBIDDEN. */
export const checkRight: AuthCheckerFn<Context, Right> = ({ context: { caller } }, needed) => {
  if (caller.kind === 'nobody') throw errors.unauthenticated();
  const missing = needed.find((right) => !caller.rights.has(right));
  if (missing) throw errors.forbidden({ right: missing, kind: caller.kind });
  return true;
};
