/**
 * `none`: nothing is watched, or it has yet to open; `lost`: it was open, and is opened again; `blocked`: it never opened;
 * `refused`: it stays closed, as nobody is signed in any more.
 */
export type ConnectionState = 'none' | 'open' | 'lost' | 'blocked' | 'refused';

/** Why a socket was closed: by ourselves, as nothing is watched any more; for want of a session; or by anything else. */
export type Closing = 'unwanted' | 'refused' | 'broken';

/** How many times it may fail to open at first until sockets count as blocked. */
const triesBeforeBlocked = 2;

/** What is known of the socket, for whoever shows it or depends on it. */
export class Connection {
  #state: ConnectionState = 'none';
  #failures = 0;
  readonly #listeners = new Set<() => void>();

  get state(): ConnectionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  opened(): void {
    this.#failures = 0;
    this.#become('open');
  }

  closed(how: Closing): void {
    this.#failures += 1;
    if (how === 'unwanted') this.#become('none');
    else if (how === 'refused') this.#become('refused');
    else if (this.#state === 'open') this.#become('lost');
    else if (this.#state === 'none' && this.#failures >= triesBeforeBlocked) this.#become('blocked');
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
