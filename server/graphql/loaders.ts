import DataLoader from 'dataloader';

/** A request's loaders, each made at its first use. */
export class Loaders {
  readonly #made = new Map<string, unknown>();

  named<Key, Value>(
    name: string,
    make: () => DataLoader<Key, Value, string>,
  ): DataLoader<Key, Value, string> {
    const loader = this.#made.get(name) ?? make();
    this.#made.set(name, loader);
    return loader as DataLoader<Key, Value, string>;
  }

  /** One that remembers nothing beyond what is asked for in one go, so that a subscription never sees what was. */
  forgetful<Key, Value>(
    name: string,
    keyOf: (key: Key) => string,
    load: (keys: readonly Key[]) => Promise<readonly Value[]>,
  ): DataLoader<Key, Value, string> {
    return this.named(name, () => {
      const made: DataLoader<Key, Value, string> = new DataLoader(
        (keys) => {
          made.clearAll();
          return load(keys);
        },
        { cacheKeyFn: keyOf },
      );
      return made;
    });
  }
}
