import type { AiDesk } from '../ai-settings/desk.ts';
import type { Caller } from '../auth/caller.ts';
import type { SignInThrottle } from '../auth/sign-in-throttle.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import type { PublishingTarget } from '../publishing/target.ts';
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
  /** Where articles are published that a person has reviewed. */
  readonly publishing: PublishingTarget;
  /** The AI settings of accounts. */
  readonly ai: AiDesk;
}

export function contextFor(shared: Shared, caller: Caller, browser: Browser = noBrowser): Context {
  return new RequestContext(shared, caller, browser);
}

/** A class, as Apollo copies its contexts: a getter of the object itself would be called for the copy. */
class RequestContext implements Context {
  readonly engine: Engine;
  readonly live: Live;
  readonly throttle: SignInThrottle;
  readonly publishing: PublishingTarget;
  readonly ai: AiDesk;
  readonly caller: Caller;
  readonly browser: Browser;
  private readonly ownDocuments: AccountDocuments | null;

  constructor({ engine, live, throttle, publishing, ai }: Shared, caller: Caller, browser: Browser) {
    this.engine = engine;
    this.live = live;
    this.throttle = throttle;
    this.publishing = publishing;
    this.ai = ai;
    this.caller = caller;
    this.browser = browser;
    this.ownDocuments = caller.account && new AccountDocuments(engine.database, caller.account);
  }

  get documents(): AccountDocuments {
    if (!this.ownDocuments) throw errors.unauthenticated();
    return this.ownDocuments;
  }
}
