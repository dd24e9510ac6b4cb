import type { ObjectId } from 'mongodb';
import type { ApiKey } from '../../schema/api-key.ts';
import type { Database } from '../db/database.ts';
import { apiKeyOf } from './api-keys.ts';
import { hashOf } from './tokens.ts';

/** Milliseconds: well within the second in which a revoked key must be worth nothing, in every process. */
const defaultMs = 250;
/** More than are at work at any moment. */
const atMost = 10_000;

interface Known {
  readonly apiKey: ApiKey;
  readonly until: number;
  readonly at: Date;
}

/**
 * API keys that have just been looked up: a program that asks a thousand times a second is looked up four times.
 * Whoever hears of a change says so; what nobody hears of is forgotten after 250 ms all the same. Keys that are worth
 * nothing are looked up each time.
 */
export class KnownPrograms {
  readonly #database: Database;
  readonly #knownForMs: number;
  readonly #known = new Map<string, Known>();
  /** Counts what was forgotten: a look-up that began before that is not remembered. */
  #era = 0;

  constructor(database: Database, knownForMs = defaultMs) {
    this.#database = database;
    this.#knownForMs = knownForMs;
  }

  async apiKeyOf(key: string, now: Date): Promise<ApiKey | null> {
    const hash = hashOf(key);
    const known = this.#known.get(hash);
    // By our clock, and by the caller's: either may stand still.
    if (known && performance.now() < known.until && now.getTime() - known.at.getTime() < this.#knownForMs) {
      return known.apiKey;
    }
    const era = this.#era;
    const apiKey = await apiKeyOf(this.#database, key, now);
    if (!apiKey || era !== this.#era) return apiKey;
    if (this.#known.size >= atMost) this.#known.clear();
    this.#known.set(hash, { apiKey, until: performance.now() + this.#knownForMs, at: now });
    return apiKey;
  }

  /** Of one key, or of all. */
  forget(id?: ObjectId): void {
    this.#era += 1;
    for (const [hash, { apiKey }] of this.#known) {
      if (!id || apiKey._id.equals(id)) this.#known.delete(hash);
    }
  }
}
