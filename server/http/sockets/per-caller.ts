/** Counts what each caller has open. */
export class PerCaller {
  readonly #allowed: number;
  readonly #open = new Map<string, number>();
  #size = 0;

  constructor(allowed: number) {
    this.#allowed = allowed;
  }

  /** Of all callers. */
  get size(): number {
    return this.#size;
  }

  /** Returns what closes it again, or null where the caller has as many as it may. */
  open(caller: string): (() => void) | null {
    const count = this.#open.get(caller) ?? 0;
    if (count >= this.#allowed) return null;
    this.#add(caller, 1);
    let isOpen = true;
    return () => {
      if (isOpen) this.#add(caller, -1);
      isOpen = false;
    };
  }

  #add(caller: string, by: number): void {
    const count = (this.#open.get(caller) ?? 0) + by;
    this.#size += by;
    if (count > 0) this.#open.set(caller, count);
    else this.#open.delete(caller);
  }
}
