import type { BatchName } from '../../../schema/activity.ts';
import type { LogRow } from '../../../server/engine/run-log/log-row.ts';
import { RunBuilder, type StageWords } from './run-builder.ts';

/**
 * The rows of a run that meets all that a smooth one does not: a skipped stage, waiting, a failed item, a pause,
 * another worker, batches side by side, a failure and its resumption. What the stages say is made up; the golden
 * files hold what they really say.
 */
export function troubledRun(): LogRow[] {
  const run = new RunBuilder('2025-12-03T14:05:23Z');
  const [runId, account, site] = ['run_20251203_140523_manual', '5', '12'];
  run
    .add(null, { type: 'run.started', runId, trigger: 'manual', account, site })
    .add(null, { type: 'run.creditCheck', available: 1_500_000, estimate: 866_000 })
    .add(1, {
      type: 'stage.skipped',
      name: { number: 1, title: 'Leaves → Cups', kind: 'ai' },
      reason: 'No leaves to process',
    });
  pour(run);
  carry(run);
  taste(run);
  return run.rows;
}

/** An AI stage that waits, loses an item, is paused and is taken over. */
function pour(run: RunBuilder): void {
  const words = { message: '1 pot filled', closing: 'Pot filled', creditsUsed: 5_000, percents: [35, 65] };
  const third: BatchName = { index: 3, count: 8, first: 3, last: 3, total: 8 };
  run
    .wait(1)
    .begin(stage(2, 'pour', 'Cups → Pots', 'cup', 8, 1, { phase: 'AI pouring', saving: 'Filling pots' }))
    .batch(1, { opening: 'Pouring cup 1', label: 'Ultimate Guide', ...words })
    .batch(2, { opening: 'Pouring cup 2', label: 'Tea', ...words })
    .open(3, { opening: 'Pouring cup 3', label: 'Is Coffee\nBad for You?' })
    .wait(2)
    .add(2, { type: 'batch.waiting', batch: third, message: 'The provider is busy', delayMs: 4_200 })
    .wait(5)
    .add(2, {
      type: 'item.failed',
      batch: third,
      label: 'Is Coffee\nBad for You?',
      item: '103',
      code: 'AI_REFUSED',
      message: "The provider's policy refused the request",
    })
    .add(null, { type: 'run.paused', reason: 'person', message: '' })
    .wait(600)
    .add(null, { type: 'run.resumed', message: '', completed: [] })
    .add(2, { type: 'stage.itemsRetried', count: 1, message: '' })
    .add(null, { type: 'run.takenOver' })
    .batch(4, { opening: 'Pouring cup 4', label: 'Milk', ...words })
    .add(null, { type: 'run.holdExtended', amount: 20_000 });
  for (const index of [5, 6, 5, 6]) run.phase(index, 'AI pouring');
  for (const index of [7, 8]) run.batch(index, { opening: `Pouring cup ${index}`, label: 'Water', ...words });
  run.finish({ cupsProcessed: 7, potsFilled: 7 }, 35_000, 4_980, 1);
}

/** A local stage with batches of several. */
function carry(run: RunBuilder): void {
  const words = { kind: 'local', saving: 'Carrying pots' } as const;
  run.wait(1).begin(stage(3, 'carry', 'Pots → Tables', 'pot', 56, 20, words));
  for (const [i, pots] of [20, 20, 16].entries()) {
    const opening = `Carrying batch ${i + 1}/3 (${pots} pots)`;
    run.batch(i + 1, { opening, message: `${pots} tables laid`, creditsUsed: 0 });
  }
  run.finish({ potsProcessed: 56, tablesLaid: 56, batches: 3 }, 0, 0);
}

/** A stage that fails the run, goes on when that is resumed, and leads to the gate. */
function taste(run: RunBuilder): void {
  run
    .wait(1)
    .begin(stage(4, 'taste', 'Tables → Notes', 'table', 2, 1, { phase: 'AI tasting', saving: 'Writing' }))
    .add(4, { type: 'run.failed', code: 'AI_REJECTED_KEY', message: 'The key is refused' })
    .wait(60)
    .add(null, { type: 'run.resumed', message: 'Resumed by Ada', completed: [2, 3] })
    .batch(1, { opening: 'Tasting table 1', message: '1 note written', label: 'Bar', creditsUsed: 500 })
    .add(4, {
      type: 'batch.dropped',
      batch: { index: 2, count: 2, first: 2, last: 2, total: 2 },
      message: 'Its items were changed meanwhile: nothing saved, nothing charged',
    })
    .finish({ tablesProcessed: 1, notesWritten: 1 }, 500, 61)
    .begin(stage(5, 'serve', 'Notes → Guests', 'note', 56, 1, { kind: 'gate' }))
    .finish({ readyForReview: 56 }, 0, 0)
    .add(null, {
      type: 'run.completed',
      ready: 56,
      contentIds: ['123', '456', '789'],
      creditsUsed: 35_500,
      elapsedMs: 9_200_000,
    });
}

function stage(
  number: number,
  key: string,
  title: string,
  one: string,
  total: number,
  batchSize: number,
  {
    kind = 'ai',
    phase = '',
    saving = '',
  }: { kind?: StageWords['name']['kind']; phase?: string; saving?: string } = {},
): StageWords {
  const name: StageWords['name'] = { number, title, kind };
  return { key, name, one, many: `${one}s`, total, batchSize, query: '{}', phase, saving };
}
