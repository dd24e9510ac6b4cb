import type { ObjectId } from 'mongodb';
import { errors } from '../errors.ts';

interface Identified {
  readonly _id: ObjectId;
}

/** Reads up to `limit` waiting items above `after`, in order of their ids. */
export type PageReader<Item> = (after: ObjectId | undefined, limit: number) => Promise<Item[]>;

/** Items to work on together, and when (`performance.now()`) they were read. */
export interface Selected<Item> {
  readonly items: readonly Item[];
  readonly readAt: number;
  /** True when they come up again: they may have been worked on before. */
  readonly isRepeat: boolean;
}

const pageSize = 100;

/**
 * Hands out a stage's waiting items batch by batch: page by page upwards, never again and again from the queue's
 * head, which would walk over the keys of all that is done. Having reached the end it starts once more from the
 * head; the stage is drained when that finds nothing but what is in flight.
 */
export class Selection<Item extends Identified> {
  readonly #stage: string;
  readonly #read: PageReader<Item>;
  readonly #inFlight = new Set<string>();
  #page: Item[] = [];
  #readAt = 0;
  #groups: Selected<Item>[] = [];
  #after: ObjectId | undefined;
  #isAtEnd = false;
  #isRepeat = false;
  /** Items settled (saved, failed or dropped) in this pass: a pass without any must be the last. */
  #settledInPass = 0;

  constructor(stage: string, read: PageReader<Item>) {
    this.#stage = stage;
    this.#read = read;
  }

  /**
   * The next `size` items, fewer at the end, or none when nothing is left to begin. Throws STAGE_STALLED when items
   * still wait after a pass that settled none.
   */
  async next(size: number): Promise<Selected<Item>> {
    const group = this.#groups.shift();
    if (group) return this.#begin(group);
    while (this.#page.length < size && !this.#isAtEnd) await this.#turnPage();
    if (this.#page.length === 0 && this.#inFlight.size === 0) await this.#startOver();
    return this.#begin(this.#selected(this.#page.splice(0, size)));
  }

  /** Tells that a batch has ended; `settled` false when its items wait as before. */
  ended({ items }: Selected<Item>, settled: boolean): void {
    for (const { _id } of items) this.#inFlight.delete(_id.toHexString());
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

  #selected(items: Item[]): Selected<Item> {
    return { items, readAt: this.#readAt, isRepeat: this.#isRepeat };
  }

  #begin(batch: Selected<Item>): Selected<Item> {
    for (const { _id } of batch.items) this.#inFlight.add(_id.toHexString());
    return batch;
  }

  async #turnPage(): Promise<void> {
    // What is left of the last page is as old as that: a batch is as old as its oldest item.
    if (this.#page.length === 0) this.#readAt = performance.now();
    const page = await this.#read(this.#after, pageSize);
    this.#after = page.at(-1)?._id ?? this.#after;
    this.#isAtEnd = page.length < pageSize;
    this.#page.push(...page.filter(({ _id }) => !this.#inFlight.has(_id.toHexString())));
  }

  async #startOver(): Promise<void> {
    const isFirstPass = this.#after === undefined;
    if (isFirstPass) return;
    this.#isRepeat = true;
    const settled = this.#settledInPass;
    this.#settledInPass = 0;
    this.#after = undefined;
    await this.#turnPage();
    if (this.#page.length > 0 && settled === 0) {
      throw errors.stageStalled({
        stage: this.#stage,
        items: this.#page.map(({ _id }) => _id.toHexString()),
      });
    }
  }
}
