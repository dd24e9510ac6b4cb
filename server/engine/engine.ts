import type { ObjectId } from 'mongodb';
import type { PriceTable } from '../../schema/prices.ts';
import type { ProviderSource } from '../ai/provider.ts';
import type { RetryPolicy } from '../ai/retry.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { Lines } from './lines.ts';
import type { Observer } from './observer.ts';
import type { Registry } from './registry.ts';

/** Milliseconds. */
export interface Timing {
  /** How long a worker that says nothing keeps its run. */
  readonly leaseMs: number;
  /** How long a worker stays with a run while others wait. */
  readonly sliceMs: number;
  /** How often a worker with a free slot looks for runs though no ring came. */
  readonly pollMs: number;
  /** How old a phase or a percentage may grow before watchers see it; longer where a process has many runs at work. */
  readonly flushMs: number;
  /** How long a stopping worker waits for the batches in flight before it abandons them. */
  readonly stopMs: number;
  /** Items read longer ago are read again before they are worked on. A later edit shows at the commit. */
  readonly freshMs: number;
}

export const defaultTiming: Timing = {
  leaseMs: 30_000,
  sliceMs: 15_000,
  pollMs: 5_000,
  flushMs: 250,
  stopMs: 7_000,
  freshMs: 500,
};

/** What the engine's parts work with: made once by the composition root and passed along. */
export interface Engine {
  readonly database: Database;
  readonly registry: Registry;
  readonly providers: ProviderSource;
  readonly media: MediaStore;
  readonly prices: PriceTable;
  readonly retry: RetryPolicy;
  readonly timing: Timing;
  /** Root of the run logs' folders. */
  readonly logFolder: string;
  readonly log: Log;
  /** By account: runs of one that end at the same time settle one after the other. */
  readonly settlements: Lines;
  readonly observe: Observer;
  now(): Date;
  /** Wakes workers: there may be something to do for this run. Losing it costs time, nothing else. */
  ring(run: ObjectId): void;
  /** There is something in the outbox to be delivered. Losing it costs time, nothing else. */
  announce(): void;
}
