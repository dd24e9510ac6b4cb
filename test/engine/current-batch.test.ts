import { describe, expect, it } from 'vitest';
import type { ActivityEvent, BatchName } from '../../schema/activity.ts';
import { RunStatus } from '../../schema/automation-run.ts';
import { currentBatch, type ToldRow } from '../../server/engine/progress/current-batch.ts';
import { waitOf } from '../../server/engine/progress/waiting-for.ts';

const at = new Date('2025-12-03T14:05:23Z');
const later = (ms: number) => new Date(at.getTime() + ms);
const batchOf = (index: number): BatchName => ({ index, count: 9, first: index, last: index, total: 9 });
const row = (event: ActivityEvent, stage: string | null = 'write'): ToldRow => ({ at, stage, event });

const started = (index: number, label = `Article ${index}`) =>
  row({
    type: 'batch.started',
    batch: batchOf(index),
    opening: '',
    preparing: 'Reading the task',
    current: '',
    label,
    one: 'task',
    ids: [],
    stageKey: 'write',
    batchKey: '',
  });
const phase = (index: number, percent?: number) =>
  row({
    type: 'batch.phase',
    batch: batchOf(index),
    phase: 'AI_CALL',
    message: 'Writing sections',
    ...(percent !== undefined && { percent }),
  });
const waits = (index: number, isRateLimit = false) =>
  row({ type: 'batch.waiting', batch: batchOf(index), message: 'Too busy', delayMs: 5_000, isRateLimit });
const completed = (index: number) =>
  row({
    type: 'batch.completed',
    batch: batchOf(index),
    saving: '',
    message: '',
    closing: null,
    notes: [],
    creditsUsed: 0,
  });
const failed = (index: number) =>
  row({ type: 'item.failed', batch: batchOf(index), label: '', item: '', code: '', message: '' });

describe('the current batch of a stage', () => {
  it('is named by its first item, and prepares itself at first', () => {
    expect(currentBatch([started(3)], 'write')).toMatchObject({
      index: 3,
      count: 9,
      label: 'Article 3',
      phase: 'PREP',
      message: 'Reading the task',
      percent: null,
      startedAt: at,
    });
  });

  it('tells its phase, and a percentage only where there is a real one', () => {
    expect(currentBatch([started(1), phase(1)], 'write')).toMatchObject({ phase: 'AI_CALL', percent: null });
    expect(currentBatch([started(1), phase(1), phase(1, 65)], 'write')).toMatchObject({
      message: 'Writing sections',
      percent: 65,
    });
  });

  it.each([
    ['nothing was told', []],
    ['it is saved', [started(1), completed(1)]],
    ['its item is given up', [started(1), failed(1)]],
    ['another stage is at work', [row(started(1).event, 'paint')]],
    ['another worker has yet to begin', [started(1), row({ type: 'run.takenOver' }, null)]],
  ])('is none where %s', (_, rows) => {
    expect(currentBatch(rows, 'write')).toBeNull();
  });

  it('is of several at work the one told of last', () => {
    const rows = [started(1), started(2), phase(1), completed(2)];
    expect(currentBatch(rows, 'write')).toMatchObject({ index: 1 });
    expect(currentBatch([...rows, started(3)], 'write')).toMatchObject({ index: 3 });
  });

  it('is not mixed up with an earlier one of the same number', () => {
    expect(currentBatch([started(1, 'old'), failed(1), started(1, 'new')], 'write')).toMatchObject({
      label: 'new',
    });
  });

  it('has no name where its beginning lies too far back', () => {
    expect(currentBatch([phase(4, 10)], 'write')).toMatchObject({ index: 4, label: null, startedAt: null });
  });
});

describe('what a run waits for', () => {
  const lease = { owner: 'here:1:a', token: 2, until: later(30_000), session: null };
  const running = { status: RunStatus.Running, pause: null, lease };
  const batch = (...rows: ToldRow[]) => currentBatch(rows, 'write');
  const pause = { message: 'Paused', at, needed: 0, by: null };

  it.each([
    ['nothing while it works', running, batch(started(1)), null],
    ['nothing once the wait is over', running, batch(started(1), waits(1), phase(1)), null],
    [
      'the end of a rate limit',
      running,
      batch(started(1), waits(1, true)),
      { reason: 'rateLimit', message: 'Too busy', until: later(5_000) },
    ],
    ['another try', running, batch(started(1), waits(1)), { reason: 'retry', until: later(5_000) }],
    ['a free worker', { ...running, lease: { ...lease, owner: null } }, null, { reason: 'worker' }],
    [
      'the worker that takes over from a lost one',
      { ...running, lease: { ...lease, until: later(-1) } },
      batch(started(1)),
      { reason: 'otherWorker' },
    ],
    [
      'a person',
      { ...running, status: RunStatus.Paused, pause: { ...pause, reason: 'person', by: 'Ada' } },
      null,
      { reason: 'person', by: 'Ada', needed: null },
    ],
    [
      'credits',
      { ...running, status: RunStatus.Paused, pause: { ...pause, reason: 'credits', needed: 600 } },
      null,
      { reason: 'credits', needed: 600, by: null },
    ],
    ['nothing when it has ended', { ...running, status: RunStatus.Failed }, null, null],
  ] as const)('is %s', (_, run, current, wait) => {
    const told = waitOf(run, current, at);
    if (wait === null) expect(told).toBeNull();
    else expect(told).toMatchObject(wait);
  });
});
