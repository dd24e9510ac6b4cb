import type { Timing } from '../../server/engine/engine.ts';

/** What a worker process is told to do, besides working. */
export interface WorkerTask {
  readonly uri: string;
  /** Pictures and logs. */
  readonly folder: string;
  /** File that each answer is added to: an `Answer` a line. */
  readonly answers: string;
  readonly timing: Timing;
  /** Freezes once, at this write within a transaction or this answer of the provider. From 1. */
  readonly freezeAt?: { readonly what: 'write' | 'answer'; readonly number: number };
  /** The provider never gives this answer. From 1. */
  readonly hangAt?: number;
}

/** What a worker process says. */
export interface WorkerReport {
  readonly is: 'ready' | 'frozen' | 'hanging';
}

/** An answer that a provider has given, and that is paid for. */
export interface Answer {
  readonly pid: number;
  readonly purpose: string;
  /** Different for every answer. */
  readonly costUsd: number;
}
