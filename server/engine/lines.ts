/**
 * Tasks of one key are done one after the other, those of different keys side by side. For what would otherwise be in
 * its own way: transactions on one hot document, of which all but one start anew whenever one commits.
 */
export class Lines {
  readonly #ends = new Map<string, Promise<unknown>>();

  async inLine<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#ends.get(key) ?? Promise.resolve();
    const result = before.then(task);
    const end = result.catch(() => undefined);
    this.#ends.set(key, end);
    try {
      return await result;
    } finally {
      if (this.#ends.get(key) === end) this.#ends.delete(key);
    }
  }
}
