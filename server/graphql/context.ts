import type { Caller } from '../auth/caller.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import type { PublishingTarget } from '../publishing/target.ts';
import { AccountDocuments } from './documents.ts';
import type { Live } from './live/live.ts';

/** What resolvers work with, for one request or one operation of a socket. */
export interface Context {
  readonly caller: Caller;
  /** The caller's documents. Throws UNAUTHENTICATED for nobody. */
  readonly documents: AccountDocuments;
  readonly engine: Engine;
  readonly live: Live;
  readonly publishing: PublishingTarget;
}

/** What all requests share. */
export interface Shared {
  readonly engine: Engine;
  readonly live: Live;
  /** Where articles are published that a person has reviewed. */
  readonly publishing: PublishingTarget;
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
