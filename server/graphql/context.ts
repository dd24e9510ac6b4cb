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
  return new RequestContext(shared, caller);
}

/** A class, as Apollo copies its contexts: a getter of the object itself would be called for the copy. */
class RequestContext implements Context {
  readonly engine: Engine;
  readonly live: Live;
  readonly caller: Caller;
  private readonly ownDocuments: AccountDocuments | null;

  constructor({ engine, live }: Shared, caller: Caller) {
    this.engine = engine;
    this.live = live;
    this.caller = caller;
    this.ownDocuments = caller.account && new AccountDocuments(engine.database, caller.account);
  }

  get documents(): AccountDocuments {
    if (!this.ownDocuments) throw errors.unauthenticated();
    return this.ownDocuments;
  }
}
