import { describe, expect, it } from 'vitest';
import { type ActivityRow, LogRows } from '../../../admin/automation/log/log-rows.ts';

const row = (seq: number, fields: Partial<ActivityRow> = {}): ActivityRow => ({
  seq,
  at: '2025-12-03T14:05:23Z',
  level: 'INFO',
  message: `Row ${seq}`,
  stage: 'generate-content',
  stageNumber: 4,
  ...fields,
});

function logOf(...rows: readonly ActivityRow[]): LogRows {
  const log = new LogRows();
  for (const one of rows) log.add(one);
  log.flush();
  return log;
}

const seqs = (log: LogRows) => log.view.rows.map(({ seq }) => seq);

describe('the rows of a log', () => {
  it('come into view together, however many have come, and each once', () => {
    const log = new LogRows();
    let shown = 0;
    log.subscribe(() => {
      shown += 1;
    });
    for (const seq of [51, 52, 52, 53, 51]) log.add(row(seq));
    expect(log.view.rows).toEqual([]);
    log.flush();
    log.flush();
    expect(seqs(log)).toEqual([51, 52, 53]);
    expect(shown).toBe(1);
  });

  it('that are earlier come before the others, which keep their places', () => {
    const log = logOf(row(51), row(52));
    const place = log.view.firstIndex;
    log.prepend([row(49), row(50), row(51)]);
    expect(seqs(log)).toEqual([49, 50, 51, 52]);
    expect(log.view.firstIndex).toBe(place - 2);
    expect(log.view.firstSeq).toBe(49);
  });

  it('are all there are once nothing comes before them, also where the first of a run are removed', () => {
    const log = logOf(row(51), row(52));
    log.prepend([row(50), row(51), row(52)]);
    expect(log.view.isWhole).toBe(false);
    log.prepend([row(50), row(51), row(52)]);
    expect(log.view.isWhole).toBe(true);
    expect(seqs(log)).toEqual([50, 51, 52]);
    expect(logOf(row(1), row(2)).view.isWhole).toBe(true);
    expect(logOf().view.isWhole).toBe(false);
  });

  it('are those that match the filter, also of what comes later and earlier', () => {
    const log = logOf(row(51), row(52, { level: 'ERROR' }));
    log.filterBy({ stage: '', level: 'ERROR', search: 'ROW' });
    log.add(row(53, { level: 'ERROR', message: 'other' }));
    log.add(row(54, { level: 'ERROR' }));
    log.flush();
    log.prepend([row(49, { level: 'ERROR' }), row(50)]);
    expect(seqs(log)).toEqual([49, 52, 54]);
    log.filterBy({ stage: '', level: '', search: '' });
    expect(seqs(log)).toEqual([49, 50, 51, 52, 53, 54]);
  });

  it('are those of one stage where that is asked for', () => {
    const log = logOf(row(51), row(52, { stage: 'queue-tasks' }));
    log.filterBy({ stage: 'queue-tasks', level: '', search: '' });
    expect(seqs(log)).toEqual([52]);
  });
});
