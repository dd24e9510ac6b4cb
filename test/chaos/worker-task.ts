import type { Timing } from '../../server/engine/engine.ts';

/**
 * A moment of a run: once it has so many batches, after a while or with the nth write (from 1) done that is part of a
 * transaction, which then stays open.
 */
export type Moment =
  | { readonly after: number; readonly delayMs: number }
  | { readonly after: number; readonly write: number };

/** One for each holder of a run, by the token of its lease: who takes it next is not known beforehand. */
export type Moments = Readonly<Record<number, Moment>>;

/** The first token that a worker gets. */
export const firstToken = 2;

/** What a worker process is told to do, besides working. */
export interface WorkerTask {
  readonly uri: string;
  /** Pictures and logs. */
  readonly folder: string;
  /** File that each answer is added to: an `Answer` a line. */
  readonly answers: string;
  readonly timing: Timing;
  /** Freezes once: at its moment of the run, or at this answer (from 1) of its provider. */
  readonly freezeAt?: Moments | { readonly answer: number };
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
