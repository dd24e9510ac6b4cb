import { type RunStage, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { workedUntil } from '../engine/progress/outlook.ts';
import { stagesOf, workedMs } from '../engine/progress/stage-progress.ts';
import { resultCounters } from '../engine/run-log/message.ts';
import { countOf, durationText } from '../engine/run-log/words.ts';
import { counterFigure, creditFigure } from './figures.ts';
import { cellWidth, cut, fit, type Paint } from './format.ts';
import { stageMark } from './live-view.ts';
import type { ShownRun } from './stage-progress.ts';

/** Where something of the run is found, such as `Articles` in `out/run_…/index.html`. */
export interface Place {
  readonly what: string;
  readonly where: string;
}

export interface SummaryLook {
  /** Cells of the terminal; table lines are no wider. Paths are never cut: they are there to be copied. */
  readonly width: number;
  readonly paint: Paint;
  /** Why a run failed is said elsewhere. */
  readonly isReasonSaid?: boolean;
}

/** What a run came to: a table of its stages, its totals, one sentence, and where things are. */
export function runSummary(run: ShownRun, places: readonly Place[], look: SummaryLook): string[] {
  const { paint } = look;
  const table = tableOf(run, look);
  const labels = Math.max(0, ...places.map(({ what }) => cellWidth(what)));
  return [
    ...table,
    '',
    outcome(run, look),
    ...places.map(({ what, where }) => `  ${paint('dim', fit(what, labels))}  ${where}`),
  ];
}

function tableOf(run: ShownRun, { width, paint }: SummaryLook): string[] {
  const stages = stagesOf(run);
  const until = workedUntil({ run, now: new Date(0) });
  const rows = [
    ['Stage', 'Items', 'Result', 'Credits', 'Time'],
    ...stages.map((stage) => cellsOf(stage, until)),
    ['Total', '', '', creditFigure(run.creditsUsed), timeBetween(run.startedAt, run.endedAt)],
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const spare = width - 2 - widths.reduce((sum, cells) => sum + cells + 2, -2);
  if (spare < 0) widths[2] = Math.max(0, (widths[2] ?? 0) + spare);
  return rows.map((row, index) => {
    const cells = row.map((cell, column) => fit(cell, widths[column] ?? 0, column >= 3 ? 'right' : 'left'));
    const line = cut(cells.join('  '), width - 2);
    const stage = stages[index - 1];
    if (stage !== undefined) return `${stageMark(stage, run.status, paint)} ${line}`;
    return `  ${paint(index === 0 ? 'dim' : 'bold', line)}`;
  });
}

function cellsOf(stage: RunStage, until: Date): string[] {
  const name = `${stage.number} ${stage.title}`;
  if (stage.status === StageStatus.Waiting) return [name, '', 'not reached', '', ''];
  if (stage.status === StageStatus.Skipped) return [name, '', 'nothing to do', '', ''];
  const results = resultCounters(stage.counters).map(([name, value]) => counterFigure(name, value));
  if (stage.failed > 0) results.unshift(`${stage.failed} failed`);
  return [
    name,
    stage.kind === 'gate' ? '' : String(stage.processed),
    results.join(', '),
    creditFigure(stage.creditsUsed),
    stage.startedAt === null ? '' : durationText(workedMs(stage, until)),
  ];
}

function timeBetween(startedAt: Date, endedAt: Date | null): string {
  return endedAt === null ? '' : durationText(endedAt.getTime() - startedAt.getTime());
}

/** How the run stands, in one sentence. */
function outcome(run: ShownRun, { paint, isReasonSaid }: SummaryLook): string {
  switch (run.status) {
    case RunStatus.Completed:
      return paint('green', completedText(run));
    case RunStatus.Failed:
      return paint('red', isReasonSaid ? 'The run failed.' : failedText(run));
    case RunStatus.Paused:
      return paint('yellow', pausedText(run.pause?.message ?? ''));
    case RunStatus.Cancelled:
      return paint('yellow', 'The run was cancelled.');
    case RunStatus.Running:
      return paint('cyan', 'The run is still going.');
  }
}

function failedText({ error }: ShownRun): string {
  return `The run failed: ${error?.message ?? 'for no reason on record.'}`;
}

/** `The run is paused by Ctrl-C.`, `The run is paused: Need 20 credits.` */
function pausedText(message: string): string {
  const said = /^paused\b/i.test(message) ? message.slice('paused'.length) : `: ${message}`;
  return `The run is paused${said}`.replace(/[:.]?\s*$/, '.');
}

function completedText(run: ShownRun): string {
  const gate = stagesOf(run).find((stage) => stage.kind === 'gate');
  const ready = gate?.counters.readyForReview;
  return ready === undefined
    ? 'The run is complete.'
    : `The run is complete. ${countOf(ready, 'article is', 'articles are')} ready for review.`;
}
