import { expect, it } from 'vitest';
import { timelineBars } from '../../../admin/automation/history/timeline-bars.ts';

it('a stage that was paused has the time of its card beside a bar as long as it lay there', () => {
  const stage = { key: 'write', title: 'Write', number: 4, status: 'COMPLETED' as const };
  const times = { startedAt: '2025-12-03T14:00:05Z', endedAt: '2025-12-03T14:00:50Z', elapsedSeconds: 5 };
  const run = { startedAt: '2025-12-03T14:00:00Z', endedAt: '2025-12-03T14:00:50Z' };
  const [bar] = timelineBars({ ...run, stages: [{ ...stage, ...times }] }, new Date());
  expect(bar).toMatchObject({ from: 0.1, length: 0.9, seconds: 5 });
});
