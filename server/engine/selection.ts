import type { ObjectId } from 'mongodb';
import { errors } from '../errors.ts';

interface Identified {
  readonly _id: ObjectId;
}

/** Reads up to `limit` waiting items above `after`, in order of their ids. */
export type PageReader<Item> = (after: ObjectId | undefined, limit: number) => Promise<Item[]>;

/** Items to work on together. */
export interface Selected<Item> {
  readonly items: readonly Item[];
  /** True when they come up again: they may have been worked on before. */
  readonly isRepeat: boolean;
}

interface SelectionOptions<Item> {
  /** The stage's key. */
  readonly stage: string;
  readonly read: PageReader<Item>;
  /** How old a page may be, in milliseconds: what is left of it then is read again, for people edit what waits. */
  readonly freshMs: number;
}

const maxPage = 100;

/**
 * Hands out a stage's waiting items batch by batch: page by page upwards, never again and again from the queue's
 * head, which would walk over the keys of all that is done. Having reached the end it starts once more from the
 * head; the stage is drained when that finds nothing but what is in flight.
 */
export class Selection<Item extends Identified> {
  readonly #options: SelectionOptions<Item>;
  #page: Item[] = [];
  #readAt = 0;
  /** Items handed out since then. */
  #handedOut = maxPage;
  /** The last item handed out in this pass. */
  #after: ObjectId | undefined;
  #isAtEnd = false;
  #isRepeat = false;
  #inFlight = 0;
  #groups: Selected<Item>[] = [];
  /** Items settled (saved, failed or dropped) in this pass: a pass without any must be the last. */
  #settledInPass = 0;

  constructor(options: SelectionOptions<Item>) {
    this.#options = options;
  }

  /**
   * The next `size` items, fewer at the end, or none when nothing is left to begin. Throws STAGE_STALLED when items
   * still wait after a pass that settled none.
   */
  async next(size: number): Promise<Selected<Item>> {
    if (this.#groups.length === 0) await this.#readOn(size);
    // Only now: a batch may have been halved while a page was read, and is in flight no more.
    const group = this.#groups.shift();
    if (group) return this.#begin(group);
    if (this.#page.length === 0 && this.#inFlight === 0) await this.#startOver(size);
    const items = this.#page.splice(0, size);
    this.#after = items.at(-1)?._id ?? this.#after;
    this.#handedOut += items.length;
    return this.#begin({ items, isRepeat: this.#isRepeat });
  }

  /** Tells that a batch has ended; `settled` false when its items wait as before. */
  ended({ items }: Selected<Item>, settled: boolean): void {
    this.#inFlight -= items.length;
    if (settled) this.#settledInPass += items.length;
  }

  /** Hands a batch's items out again, next and in two halves: one of them cannot be processed. */
  halve(batch: Selected<Item>): void {
    this.ended(batch, false);
    const { items } = batch;
    const middle = Math.ceil(items.length / 2);
    this.#groups.unshift(
      { ...batch, items: items.slice(0, middle) },
      { ...batch, items: items.slice(middle) },
    );
  }

  #begin(batch: Selected<Item>): Selected<Item> {
    this.#inFlight += batch.items.length;
    return batch;
  }

  get #isStale(): boolean {
    return performance.now() - this.#readAt >= this.#options.freshMs;
  }

  async #readOn(size: number): Promise<void> {
    if (this.#isStale) this.#putBack();
    while (this.#page.length < size && !this.#isAtEnd) await this.#turnPage(size);
  }

  #putBack(): void {
    if (this.#page.length > 0) this.#isAtEnd = false;
    this.#page = [];
  }

  async #turnPage(size: number): Promise<void> {
    // As many as are likely to be handed out before they are stale; what is left of the last page is older than this.
    const limit = Math.min(maxPage, Math.max(size, this.#isStale ? this.#handedOut : 2 * this.#handedOut));
    if (this.#page.length === 0) {
      this.#readAt = performance.now();
      this.#handedOut = 0;
    }
    const page = await this.#options.read(this.#page.at(-1)?._id ?? this.#after, limit);
    this.#isAtEnd = page.length < limit;
    this.#page.push(...page);
  }

  async #startOver(size: number): Promise<void> {
    const isFirstPass = this.#after === undefined;
    if (isFirstPass) return;
    this.#isRepeat = true;
    const settled = this.#settledInPass;
    this.#settledInPass = 0;
    this.#after = undefined;
    await this.#turnPage(size);
    if (this.#page.length > 0 && settled === 0) {
      throw errors.stageStalled({
        stage: this.#options.stage,
        items: this.#page.map(({ _id }) => _id.toHexString()),
      });
    }
  }
}
