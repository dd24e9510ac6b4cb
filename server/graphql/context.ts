import type { Caller } from '../auth/caller.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import { AccountDocuments } from './documents.ts';
import type { Live } from './live/live.ts';

/** What resolvers work with, for one request or one operation of a socket. */
export interface Context {
  readonly caller: Caller;
  /** The caller's documents. Throws UNAUTHENTICATED for nobody. */
  readonly documents: AccountDocuments;
  readonly engine: Engine;
  readonly live: Live;
}

/** What all requests share. */
export interface Shared {
  readonly engine: Engine;
  readonly live: Live;
}

export function contextFor(shared: Shared, caller: Caller): Context {
  const documents = caller.account && new AccountDocuments(shared.engine.database, caller.account);
  return {
    ...shared,
    caller,
    get documents() {
      if (!documents) throw errors.unauthenticated();
      return documents;
    },
  };
}
