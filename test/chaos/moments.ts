import { seeded } from '../../language/seeded.ts';
import type { Moment } from './worker-task.ts';

/** `any`: whatever the process is doing. `transaction`: with a transaction of its own open. */
export type Way = 'any' | 'transaction';

/** Close to the end a run might be over before its worker is killed. */
const lastBatches = 10;
const mostDelayMs = 10;
const mostWrites = 6;

/**
 * When the workers of one run are killed, in order: `each` times in either way, once in the first half of every stage
 * and for the rest at random over the whole run. `batches`: how many each stage has, in the order of the run.
 */
export function momentsOf(batches: readonly number[], each: number, seed: string): Moment[] {
  const { pick } = seeded(seed);
  const between = (low: number, high: number) =>
    pick(Array.from({ length: high - low + 1 }, (_, index) => low + index));
  const total = batches.reduce((sum, count) => sum + count, 0);
  const moment = (way: Way, after: number): Moment => ({
    after,
    ...(way === 'any' ? { delayMs: between(0, mostDelayMs) } : { write: between(1, mostWrites) }),
  });
  const ways: readonly Way[] = ['any', 'transaction'];
  const moments = ways.flatMap((way) => {
    let done = 0;
    const inStages = batches.map((count) => {
      const first = done + 1;
      done += count;
      return moment(way, between(first, first + Math.floor(count / 2)));
    });
    const anywhere = Array.from({ length: each - inStages.length }, () =>
      moment(way, between(1, total - lastBatches)),
    );
    return [...inStages, ...anywhere];
  });
  return moments.toSorted((a, b) => a.after - b.after);
}

export function wayOf(moment: Moment): Way {
  return 'write' in moment ? 'transaction' : 'any';
}
