import type { ObjectId } from 'mongodb';
import { Activity } from '../../../schema/activity.ts';
import type { Database } from '../../db/database.ts';
import { Bell, closable } from './closable.ts';

/** Rows kept for a reader that is behind. One further behind reads them from the database when it comes to it. */
const bufferedRows = 1_000;
const rowsAtOnce = 500;

/** One who follows a run. */
class Reader {
  readonly bell = new Bell();
  #rows: Activity[] = [];
  #mustReplay = true;

  /** True once after rows may have been missed; what comes from then on is kept again. */
  takeReplay(): boolean {
    const must = this.#mustReplay;
    if (must) this.#rows = [];
    this.#mustReplay = false;
    return must;
  }

  replay(): void {
    this.#mustReplay = true;
    this.#rows = [];
    this.bell.ring();
  }

  push(row: Activity): void {
    if (this.#mustReplay) return;
    if (this.#rows.length < bufferedRows) this.#rows.push(row);
    else this.replay();
    this.bell.ring();
  }

  take(): Activity[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

/** Rows of runs as they are committed, for any number of readers. */
export class ActivityFeed {
  readonly #database: Database;
  readonly #readers = new Map<string, Set<Reader>>();

  constructor(database: Database) {
    this.#database = database;
  }

  onActivity(row: Activity): void {
    for (const reader of this.#readers.get(row.run.toHexString()) ?? []) reader.push(row);
  }

  onGap(): void {
    for (const readers of this.#readers.values()) for (const reader of readers) reader.replay();
  }

  /** The run's rows above `after`: those stored, then each as it comes. In order, no gap, no repeat. */
  follow(run: ObjectId, after: number): AsyncGenerator<Activity, void> {
    return closable((signal) => this.#follow(run, after, signal));
  }

  async *#follow(run: ObjectId, after: number, signal: AbortSignal): AsyncGenerator<Activity, void> {
    const reader = new Reader();
    const leave = this.#enter(run, reader);
    signal.addEventListener('abort', () => reader.bell.ring());
    let seq = after;
    try {
      while (!signal.aborted) {
        if (reader.takeReplay()) {
          for await (const row of this.#stored(run, seq)) {
            seq = row.seq;
            yield row;
            if (signal.aborted) return;
          }
        }
        for (const row of reader.take()) {
          if (row.seq <= seq) continue;
          // Rows are numbered without gaps: one is missing here that must be in the database.
          if (row.seq > seq + 1) {
            reader.replay();
            break;
          }
          seq = row.seq;
          yield row;
        }
        await reader.bell.heard();
      }
    } finally {
      leave();
    }
  }

  #enter(run: ObjectId, reader: Reader): () => void {
    const key = run.toHexString();
    const readers = this.#readers.get(key) ?? new Set();
    this.#readers.set(key, readers.add(reader));
    return () => {
      readers.delete(reader);
      if (readers.size === 0) this.#readers.delete(key);
    };
  }

  async *#stored(run: ObjectId, after: number): AsyncGenerator<Activity> {
    let seq = after;
    for (;;) {
      const rows = await this.#database
        .of(Activity)
        .find({ run, seq: { $gt: seq } }, { sort: { seq: 1 }, limit: rowsAtOnce })
        .toArray();
      yield* rows;
      seq = rows.at(-1)?.seq ?? seq;
      if (rows.length < rowsAtOnce) return;
    }
  }
}
