import type { ObjectId } from 'mongodb';
import { errors } from '../errors.ts';

/** Reads the ids of up to `limit` waiting items above `after`, in order. */
export type PageReader = (after: ObjectId | undefined, limit: number) => Promise<ObjectId[]>;

const pageSize = 100;

/**
 * Hands out a stage's waiting items batch by batch: page by page upwards, never again and again from the queue's
 * head, which would walk over the keys of all that is done. Having reached the end it starts once more from the
 * head; the stage is drained when that finds nothing but what is in flight.
 */
export class Selection {
  readonly #stage: string;
  readonly #read: PageReader;
  readonly #inFlight = new Set<string>();
  #page: ObjectId[] = [];
  #groups: ObjectId[][] = [];
  #after: ObjectId | undefined;
  #isAtEnd = false;
  /** Items settled (saved or failed) in this pass: a pass without any must be the last. */
  #settledInPass = 0;

  constructor(stage: string, read: PageReader) {
    this.#stage = stage;
    this.#read = read;
  }

  /**
   * The next `size` ids, fewer at the end, or none when nothing is left to begin. Throws STAGE_STALLED when items
   * still wait after a pass that settled none.
   */
  async next(size: number): Promise<ObjectId[]> {
    const group = this.#groups.shift();
    if (group) return this.#begin(group);
    while (this.#page.length < size && !this.#isAtEnd) await this.#turnPage();
    if (this.#page.length === 0 && this.#inFlight.size === 0) await this.#startOver();
    return this.#begin(this.#page.splice(0, size));
  }

  /** Tells that a batch has ended; `settled` false when its items wait as before. */
  ended(ids: readonly ObjectId[], settled: boolean): void {
    for (const id of ids) this.#inFlight.delete(id.toHexString());
    if (settled) this.#settledInPass += ids.length;
  }

  /** Hands a batch's items out again, next and in two halves: one of them cannot be processed. */
  halve(ids: readonly ObjectId[]): void {
    this.ended(ids, false);
    const middle = Math.ceil(ids.length / 2);
    this.#groups.unshift(ids.slice(0, middle), ids.slice(middle));
  }

  #begin(ids: ObjectId[]): ObjectId[] {
    for (const id of ids) this.#inFlight.add(id.toHexString());
    return ids;
  }

  async #turnPage(): Promise<void> {
    const page = await this.#read(this.#after, pageSize);
    this.#after = page.at(-1) ?? this.#after;
    this.#isAtEnd = page.length < pageSize;
    this.#page.push(...page.filter((id) => !this.#inFlight.has(id.toHexString())));
  }

  async #startOver(): Promise<void> {
    const isFirstPass = this.#after === undefined;
    if (isFirstPass) return;
    const settled = this.#settledInPass;
    this.#settledInPass = 0;
    this.#after = undefined;
    await this.#turnPage();
    if (this.#page.length > 0 && settled === 0) {
      throw errors.stageStalled({
        stage: this.#stage,
        items: this.#page.map((id) => id.toHexString()),
      });
    }
  }
}
