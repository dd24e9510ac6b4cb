import type { StageFacts } from '../run/use-run.ts';

export interface Bar {
  readonly key: string;
  readonly title: string;
  readonly number: number;
  readonly status: StageFacts['status'];
  /** Shares of the whole, 0 to 1. */
  readonly from: number;
  readonly length: number;
  /** For which it was worked on: without pauses, unlike its length. */
  readonly seconds: number;
}

interface Timed {
  readonly startedAt: string;
  readonly endedAt?: string | null;
  readonly stages: readonly Pick<
    StageFacts,
    'key' | 'title' | 'number' | 'status' | 'startedAt' | 'endedAt' | 'elapsedSeconds'
  >[];
}

/** When each stage of a run was at work, as parts of the run's time until `now` or its end. */
export function timelineBars(run: Timed, now: Date): Bar[] {
  const begin = Date.parse(run.startedAt);
  const end = run.endedAt ? Date.parse(run.endedAt) : now.getTime();
  const whole = Math.max(1, end - begin);
  return run.stages.flatMap(({ key, title, number, status, startedAt, endedAt, elapsedSeconds }) => {
    if (!startedAt) return [];
    const from = Date.parse(startedAt) - begin;
    const to = (endedAt ? Date.parse(endedAt) : end) - begin;
    const length = Math.max(0, to - from);
    return {
      key,
      title,
      number,
      status,
      from: from / whole,
      length: length / whole,
      seconds: elapsedSeconds ?? 0,
    };
  });
}
