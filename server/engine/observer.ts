/** What a batch came to, for counters: as run-batch has it, or that it ended in an error. */
export type BatchEnd = 'saved' | 'failed' | 'dropped' | 'halve' | 'short' | 'error';

/** A call of an AI that has ended, whatever came of it. */
interface EndedCall {
  readonly provider: string;
  readonly model: string;
  readonly outcome: string;
  /** US dollars. */
  readonly costUsd: number;
}

/** Told what the engine does, once it is done, so that it can be counted. What it throws would end a batch. */
export interface Observer {
  runStarted(trigger: string): void;
  runEnded(status: string): void;
  batchEnded(stage: string, end: BatchEnd, seconds: number): void;
  phase(stage: string, phase: string): void;
  callEnded(call: EndedCall): void;
  /** Milli-credits of a commit. */
  charged(stage: string, milliCredits: number): void;
  /** Another worker has taken a run over that this one held. */
  leaseLost(): void;
}

export const noObserver: Observer = {
  runStarted() {},
  runEnded() {},
  batchEnded() {},
  phase() {},
  callEnded() {},
  charged() {},
  leaseLost() {},
};
