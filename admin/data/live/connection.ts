/** `none`: nothing is watched, or it has yet to open; `lost`: it was open, and is opened again; `blocked`: it never opened. */
export type ConnectionState = 'none' | 'open' | 'lost' | 'blocked';

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

  /** `isWanted` is false where we closed it ourselves: nothing is watched any more. */
  closed(isWanted: boolean): void {
    this.#failures += 1;
    if (!isWanted) this.#become('none');
    else if (this.#state === 'open') this.#become('lost');
    else if (this.#state === 'none' && this.#failures >= triesBeforeBlocked) this.#become('blocked');
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
