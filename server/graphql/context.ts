import type { Caller } from '../auth/caller.ts';
import type { SignInThrottle } from '../auth/sign-in-throttle.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import { type Browser, noBrowser } from './browser.ts';
import { AccountDocuments } from './documents.ts';
import type { Live } from './live/live.ts';

/** What resolvers work with, for one request or one operation of a socket. */
export interface Context extends Shared {
  readonly caller: Caller;
  /** The caller's documents. Throws UNAUTHENTICATED for nobody. */
  readonly documents: AccountDocuments;
  readonly browser: Browser;
}

/** What all requests share. */
export interface Shared {
  readonly engine: Engine;
  readonly live: Live;
  readonly throttle: SignInThrottle;
}

export function contextFor(shared: Shared, caller: Caller, browser: Browser = noBrowser): Context {
  const documents = caller.account && new AccountDocuments(shared.engine.database, caller.account);
  return {
    ...shared,
    caller,
    browser,
    get documents() {
      if (!documents) throw errors.unauthenticated();
      return documents;
    },
  };
}
