/** The batch a stage is busy with, by the latest rows of the run. */
import type { Activity, ActivityEvent } from '../../../schema/activity.ts';

/** Rows of a run that suffice to know its batch and what it waits for: more than its batches at work have. */
export const telling = 100;

export type ToldRow = Pick<Activity, 'at' | 'stage' | 'event'>;
type OfBatch = Extract<ActivityEvent, { batch: unknown }>;
type Told = { readonly at: Date; readonly event: OfBatch };

export interface CurrentBatch {
  /** Batch `index` of `count`; its items are `first`…`last` of the stage's. */
  readonly index: number;
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** Name of its first item, or null where its beginning lies too far back. */
  readonly label: string | null;
  readonly phase: string;
  /** What the stage calls the phase, or what it told last. */
  readonly message: string;
  /** How far it is, only where the stage itself tells. */
  readonly percent: number | null;
  readonly startedAt: Date | null;
  /** When it is tried again, where it waits for that. */
  readonly wait: { readonly until: Date; readonly message: string; readonly isRateLimit: boolean } | null;
}

/** Of the batches at work the one that something happened to last; null while there is none. `rows` in order. */
export function currentBatch(rows: readonly ToldRow[], stage: string): CurrentBatch | null {
  const own = atWork(rows, stage).at(-1);
  const latest = own?.at(-1);
  if (!own || !latest) return null;
  const { index, count, first, last } = latest.event.batch;
  const start = own.find(({ event }) => event.type === 'batch.started');
  const label = start?.event.type === 'batch.started' ? start.event.label : null;
  return {
    index,
    count,
    first,
    last,
    label,
    startedAt: start?.at ?? null,
    ...phaseOf(own.map(({ event }) => event)),
    wait: waitOf(latest),
  };
}

/** What was told of each batch that has begun and not ended, the one told of last at the end. */
function atWork(rows: readonly ToldRow[], stage: string): Told[][] {
  const batches = new Map<number, Told[]>();
  for (const { at, stage: of, event } of rows) {
    // Whoever goes on begins anew what the other had begun.
    if (event.type === 'run.takenOver') batches.clear();
    if (of !== stage || !('batch' in event)) continue;
    const { index } = event.batch;
    const before = event.type === 'batch.started' ? [] : (batches.get(index) ?? []);
    batches.delete(index);
    if (!isEnd(event)) batches.set(index, [...before, { at, event }]);
  }
  return [...batches.values()];
}

function isEnd({ type }: OfBatch): boolean {
  return type === 'batch.completed' || type === 'batch.dropped' || type === 'item.failed';
}

function phaseOf(events: readonly OfBatch[]): Pick<CurrentBatch, 'phase' | 'message' | 'percent'> {
  const told = events.findLast((event) => event.type === 'batch.phase');
  if (told?.type === 'batch.phase') {
    return { phase: told.phase, message: told.message, percent: told.percent ?? null };
  }
  const start = events.find((event) => event.type === 'batch.started');
  return { phase: 'PREP', message: start?.type === 'batch.started' ? start.preparing : '', percent: null };
}

function waitOf({ at, event }: Told): CurrentBatch['wait'] {
  if (event.type !== 'batch.waiting') return null;
  const { message, delayMs, isRateLimit = false } = event;
  return { message, isRateLimit, until: new Date(at.getTime() + delayMs) };
}
