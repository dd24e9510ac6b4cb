/**
 * An iterator that can be closed while it waits: an async generator alone ends only when what it waits for comes.
 * `make` gets a signal that aborts on close, and must stop waiting then.
 */
export function closable<T>(make: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const closing = new AbortController();
  const inner = make(closing.signal);
  return iteratorOf({
    next: () => inner.next(),
    close: () => {
      closing.abort();
      return inner.return();
    },
  });
}

/** The events of another iterator, each turned into something else. Closing it closes the other. */
export function mapped<In, Out>(
  events: AsyncIterator<In>,
  map: (event: In) => PromiseLike<Out>,
): AsyncGenerator<Out, void> {
  return iteratorOf<Out>({
    async next() {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      return { done: false, value: await map(event.value) };
    },
    close: () => events.return?.(),
  });
}

function iteratorOf<T>({
  next,
  close,
}: {
  next(): Promise<IteratorResult<T, void>>;
  close(): unknown;
}): AsyncGenerator<T, void> {
  return {
    next,
    async return() {
      await close();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await close();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await close();
    },
  };
}

/** Something to wait for that may have come already. Ringing twice before it is heard rings once. */
export class Bell {
  #isRung = false;
  #hear = () => {};

  ring(): void {
    this.#isRung = true;
    this.#hear();
  }

  /** Resolves once it has been rung since it was last heard. */
  async heard(): Promise<void> {
    if (!this.#isRung) await new Promise<void>((resolve) => (this.#hear = resolve));
    this.#isRung = false;
  }
}
