import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../engine/engine.ts';
import { noteEnds } from './failing.ts';
import { setBackSchedules } from './set-back.ts';
import { startDue } from './start-due.ts';

/**
 * What the clock does for schedules every minute. Doing it twice, or in two processes at once, does it once. `wait`
 * resolves after so many milliseconds; by default it does not keep a process from ending.
 */
export async function checkSchedules(
  engine: Engine,
  wait: (ms: number) => Promise<unknown> = (ms) => sleep(ms, undefined, { ref: false }),
): Promise<void> {
  // First: a schedule that has failed too often starts nothing more.
  await noteEnds(engine);
  await setBackSchedules(engine);
  await startDue(engine, wait);
}
