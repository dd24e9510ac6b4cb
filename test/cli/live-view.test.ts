import { stripVTControlCharacters, styleText } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ActivityEvent, BatchName } from '../../schema/activity.ts';
import { RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { cellWidth, type Paint } from '../../server/cli/format.ts';
import { liveView } from '../../server/cli/live-view.ts';
import { currentItem, runFraction, stageEtaMs } from '../../server/cli/stage-progress.ts';
import { RunBuilder } from '../engine/run-log/run-builder.ts';
import { plainPaint } from '../support/plain-paint.ts';
import { finishedRun, halfwayRun, secondsLater, stageWith } from './shown-run.ts';

const batch: BatchName = { index: 24, count: 56, first: 24, last: 24, total: 56 };
const opened = (current: string, of: BatchName = batch): ActivityEvent => ({
  type: 'batch.started',
  preparing: 'Preparing',
  batch: of,
  opening: '',
  current,
  label: '',
  one: 'task',
  ids: [],
  stageKey: 'content',
  batchKey: '',
});
const phase = (message: string, percent?: number, of: BatchName = batch): ActivityEvent => ({
  type: 'batch.phase',
  batch: of,
  phase: 'AI_CALL',
  message,
  ...(percent !== undefined && { percent }),
});
const several: BatchName = { index: 2, count: 3, first: 21, last: 40, total: 47 };
const rowsOf = (...events: ActivityEvent[]) =>
  events.reduce((run, event) => run.add(4, event), new RunBuilder('2025-12-03T14:30:00Z')).rows;
const writing = rowsOf(
  opened('Task 24/56 "Ultimate Coffee Bean Buying Guide"'),
  phase('Writing sections', 65),
);
const now = secondsLater(5_805);
const view = (width: number, run = halfwayRun(), rows = writing) =>
  liveView({ run, rows, now }, { width, paint: plainPaint });

describe('the live view of a run', () => {
  it('is a line a stage with its state, bar, counts, credits, time, ETA and current item', () => {
    expect(view(170)).toEqual([
      'run_20251203_140523_manual  running, 48%',
      '',
      '✓ 1 Keywords → Clusters     ━━━━━━━━━━━━━━━━━━━━ 47/47      10 cr   5m 30s',
      '✓ 2 Clusters → Ideas        ━━━━━━━━━━━━━━━━━━━━   8/8      16 cr   8m 15s',
      '✓ 3 Ideas → Tasks           ━━━━━━━━━━━━━━━━━━━━ 56/56       0 cr       0s',
      '● 4 Tasks → Content         ━━━━━━━━──────────── 23/56   115.5 cr   1h 23m  ETA 1h 59m · Task 24/56 "Ultimate Coffee Bean Buying Guide" – Writing sections (65% complete)',
      '· 5 Content → Image Prompts ────────────────────',
      '· 6 Image Prompts → Images  ────────────────────',
      '· 7 Content → Review',
      '',
      '141.5 of ~866 credits used · 1h 36m elapsed',
    ]);
  });

  it.each([20, 30, 40, 60, 79, 80, 100, 119, 200])(
    'has no line wider than a terminal of %i cells',
    (width) => {
      const run = halfwayRun();
      const wide = { ...run, stages: { ...run.stages, prompts: stageWith(5, '記事から画像プロンプトへ') } };
      const rows = rowsOf(
        opened('コーヒー豆の選び方と美味しい淹れ方の完全ガイド'),
        phase('見出しを書いています', 65),
      );
      for (const line of view(width, wide, rows)) expect(cellWidth(line)).toBeLessThanOrEqual(width);
    },
  );

  it('aligns its columns whatever the titles are written in', () => {
    const run = halfwayRun();
    const wide = { ...run, stages: { ...run.stages, ideas: { ...stageOf('ideas'), title: '見出しの案' } } };
    const lines = view(120, wide).slice(2, 6);
    const starts = lines.map((line) => cellWidth(line.slice(0, line.indexOf('━'))));
    expect(new Set(starts).size).toBe(1);
  });

  it('colours marks and bars without changing the text', () => {
    const paint: Paint = (style, text) => styleText(style, text, { validateStream: false });
    const coloured = liveView({ run: halfwayRun(), rows: writing, now }, { width: 100, paint });
    expect(coloured.map(stripVTControlCharacters)).toEqual(view(100));
    expect(coloured.join('\n')).toContain(paint('green', '✓'));
  });

  it('says that a run is paused and why, with no ETA', () => {
    const pause = {
      reason: 'person',
      by: 'a person',
      message: 'Paused by a person',
      at: now,
      needed: 0,
    } as const;
    const text = view(120, halfwayRun({ status: RunStatus.Paused, pause })).join('\n');
    expect(text).toContain('‖ 4 Tasks → Content');
    expect(text).toContain('Paused by a person');
    expect(text).not.toContain('ETA');
  });

  it('says why a run failed', () => {
    const error = { code: 'AI_KEY_REFUSED', message: 'The key is refused', stage: 'content' };
    const run = halfwayRun({ status: RunStatus.Failed, error });
    const failed = { ...stageOf('content'), status: StageStatus.Failed, failed: 2 };
    const text = view(120, { ...run, stages: { ...run.stages, content: failed } }).join('\n');
    expect(text).toContain('✗ 4 Tasks → Content');
    expect(text).toContain('2 failed');
    expect(text).toContain('The key is refused');
  });

  it('counts at the gate what is ready for review', () => {
    expect(view(120, finishedRun()).find((line) => line.includes('Review'))).toMatch(
      /✓ 7 Content → Review +55 /,
    );
  });
});

describe('the current item', () => {
  it.each<[string, ActivityEvent[]]>([
    ['', []],
    ['Guide', [opened('Guide')]],
    ['Guide – Outlining (5% complete)', [opened('Guide'), phase('Outlining', 5)]],
    ['Outlining (5% complete)', [phase('Outlining', 5)]],
    [
      'Processing keywords 21–40 – AI analyzing keywords',
      [opened('Processing keywords 21–40', several), phase('AI analyzing keywords', undefined, several)],
    ],
    [
      'Guide – Outlining (5% complete)',
      [opened('Guide'), opened('Other', { ...batch, index: 25, first: 25, last: 25 }), phase('Outlining', 5)],
    ],
  ])('reads %j', (text, events) => {
    expect(currentItem(rowsOf(...events), 4)).toBe(text);
  });

  it('is none of another stage', () => {
    expect(currentItem(writing, 5)).toBe('');
  });
});

describe('progress', () => {
  it('is 0 before the first item and 1 at the end', () => {
    expect(runFraction(finishedRun())).toBe(1);
    expect(runFraction(halfwayRun({ stages: {} }))).toBe(0);
  });

  it('expects the rest of a stage to go as what is done of it', () => {
    const stage = { ...stageOf('content'), total: 40, processed: 8, failed: 2 };
    const startedAt = secondsLater(0);
    expect(stageEtaMs(halfwayRun(), { ...stage, startedAt }, secondsLater(60))).toBe(180_000);
    expect(stageEtaMs(halfwayRun(), { ...stage, processed: 0, failed: 0 }, now)).toBeNull();
  });
});

function stageOf(key: string) {
  return halfwayRun().stages[key] ?? stageWith(0, '');
}
