/** A place where work waits until the test lets it go on. */
export interface Barrier {
  /** Waits here until the barrier is opened; afterwards everything passes at once. */
  pass(): Promise<void>;
  /** Resolves as soon as so many have come here in all. */
  reached(count?: number): Promise<void>;
  open(): void;
}

export function makeBarrier(): Barrier {
  const opened = Promise.withResolvers<void>();
  const waiters: { count: number; resolve: () => void }[] = [];
  let arrivals = 0;
  return {
    pass() {
      arrivals += 1;
      for (const { count, resolve } of waiters) if (arrivals >= count) resolve();
      return opened.promise;
    },
    reached(count = 1) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (arrivals >= count) resolve();
      else waiters.push({ count, resolve });
      return promise;
    },
    open: () => opened.resolve(),
  };
}
