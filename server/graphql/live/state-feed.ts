import { setTimeout as wait } from 'node:timers/promises';
import { Bell, closable } from './closable.ts';

export interface StateOptions<T> {
  /** What it is the state of: those who watch the same share one reading of it. */
  readonly key: string;
  /** Changes of these are reasons to read again. */
  readonly topics: readonly string[];
  read(): Promise<T | null>;
  /** Milliseconds from one state to the next at least. */
  readonly everyMs: number;
  /** Milliseconds after which it is read again though nothing was told; then only what is new is passed on. */
  readonly againMs?: number;
}

/** Resolves after so many milliseconds; may reject when the signal aborts. */
type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

interface Reading {
  readonly topics: readonly string[];
  readonly version: number;
  readonly state: Promise<unknown>;
}

/** Things as they are now, whenever they have changed: states between two may be left out, never the last. */
export class StateFeed {
  readonly #watchers = new Map<string, Set<Bell>>();
  readonly #versions = new Map<string, number>();
  readonly #readings = new Map<string, Reading>();
  readonly #pause: Pause;

  constructor(pause: Pause = (ms, signal) => wait(ms, undefined, { signal })) {
    this.#pause = pause;
  }

  onTopic(topic: string): void {
    const bells = this.#watchers.get(topic);
    if (!bells) return;
    this.#versions.set(topic, (this.#versions.get(topic) ?? 0) + 1);
    for (const bell of bells) bell.ring();
  }

  onGap(): void {
    for (const topic of this.#watchers.keys()) this.onTopic(topic);
  }

  follow<T>(options: StateOptions<T>): AsyncGenerator<T, void> {
    return closable((signal) => this.#follow(options, signal));
  }

  async *#follow<T>(options: StateOptions<T>, signal: AbortSignal): AsyncGenerator<T, void> {
    const { topics, everyMs, againMs } = options;
    const bell = new Bell();
    const leave = topics.map((topic) => this.#enter(topic, bell));
    const clock = againMs === undefined ? undefined : setInterval(() => this.#again(options, bell), againMs);
    signal.addEventListener('abort', () => bell.ring());
    let last = '';
    try {
      while (!signal.aborted) {
        const state = await this.#read(options);
        const shown = againMs === undefined ? '' : JSON.stringify(state);
        if (state !== null && (againMs === undefined || shown !== last)) yield state;
        last = shown;
        await this.#pause(everyMs, signal).catch(() => {});
        await bell.heard();
      }
    } finally {
      clearInterval(clock);
      for (const end of leave) end();
    }
  }

  /** Reads, or shares the reading of another watcher since which nothing has changed. */
  #read<T>({ key, topics, read }: StateOptions<T>): Promise<T | null> {
    const version = topics.reduce((sum, topic) => sum + (this.#versions.get(topic) ?? 0), 0);
    const known = this.#readings.get(key);
    if (known?.version === version) return known.state as Promise<T | null>;
    const state = read();
    this.#readings.set(key, { topics, version, state });
    state.catch(() => this.#readings.delete(key));
    return state;
  }

  #again({ key }: { key: string }, bell: Bell): void {
    this.#readings.delete(key);
    bell.ring();
  }

  #enter(topic: string, bell: Bell): () => void {
    const bells = this.#watchers.get(topic) ?? new Set();
    this.#watchers.set(topic, bells.add(bell));
    return () => {
      bells.delete(bell);
      if (bells.size > 0) return;
      this.#forget(topic);
    };
  }

  /** From now on its changes are not counted: what was read by then is nothing that holds for who comes later. */
  #forget(topic: string): void {
    this.#watchers.delete(topic);
    this.#versions.delete(topic);
    for (const [key, { topics }] of this.#readings) if (topics.includes(topic)) this.#readings.delete(key);
  }
}
