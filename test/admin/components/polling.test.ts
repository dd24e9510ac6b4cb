import { expect, it } from 'vitest';
import { pollingFor } from '../../../admin/data/live/pace.ts';

it.each([
  ['every 3 seconds while it is at work', 'RUNNING', 3_000],
  ['every 10 seconds while it is paused', 'PAUSED', 10_000],
  ['not any more once it is done', 'COMPLETED', false],
  ['not any more once it has failed', 'FAILED', false],
  ['not any more once it was cancelled', 'CANCELLED', false],
  ['not again where there was none', undefined, false],
])('without a socket a run is asked for %s', (_, status, everyMs) => {
  expect(pollingFor(status)).toBe(everyMs);
});
