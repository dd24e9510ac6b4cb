import { type RunStage, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { workedUntil } from '../engine/progress/outlook.ts';
import { fractionDone, stagesOf, workedMs } from '../engine/progress/stage-progress.ts';
import type { LogRow } from '../engine/run-log/log-row.ts';
import { creditFigure, creditsFigure } from './figures.ts';
import { cellWidth, creditColumn, cut, fit, type Paint, runningTime, type Style } from './format.ts';
import { currentItem, runFraction, type ShownRun, stageEtaMs } from './stage-progress.ts';

export interface LiveState {
  readonly run: ShownRun;
  /** The latest rows of the run's history, in order; the last few dozen will do. */
  readonly rows: readonly LogRow[];
  readonly now: Date;
}

export interface LiveLook {
  /** Cells of the terminal; no line is wider. */
  readonly width: number;
  readonly paint: Paint;
}

const marks: Record<StageStatus, [mark: string, style: Style]> = {
  [StageStatus.Waiting]: ['·', 'dim'],
  [StageStatus.Running]: ['●', 'cyan'],
  [StageStatus.Completed]: ['✓', 'green'],
  [StageStatus.Skipped]: ['–', 'dim'],
  [StageStatus.Failed]: ['✗', 'red'],
};

/** The state of a stage as a coloured mark; a paused run's stage at work shows `‖`. */
export function stageMark(stage: RunStage, runStatus: RunStatus, paint: Paint): string {
  if (stage.status === StageStatus.Running && runStatus === RunStatus.Paused) return paint('yellow', '‖');
  const [mark, style] = marks[stage.status];
  return paint(style, mark);
}

/** The live view of a run: its name, a line for each stage, and the totals. */
export function liveView(state: LiveState, look: LiveLook): string[] {
  const { run } = state;
  const stages = stagesOf(run);
  const columns = columnsFor(stages, look.width);
  return [
    title(run, look),
    '',
    ...stages.map((stage) => stageLine(stage, state, columns, look).trimEnd()),
    '',
    totals(state, look),
  ];
}

/** Cells of each column. */
interface Columns {
  readonly title: number;
  readonly bar: number;
  readonly counts: number;
}

const creditCells = 10;
const timeCells = 8;

function columnsFor(stages: readonly RunStage[], width: number): Columns {
  const widest = (texts: string[]) => Math.max(0, ...texts.map(cellWidth));
  return {
    title: Math.min(
      widest(stages.map((stage) => `${stage.number} ${stage.title}`)),
      Math.max(12, Math.floor(width / 3)),
    ),
    bar: width >= 100 ? 20 : width >= 70 ? 12 : 0,
    counts: widest(stages.map(counts)),
  };
}

function title(run: ShownRun, { width, paint }: LiveLook): string {
  const percent = Math.floor(runFraction(run) * 100);
  const name = cut(run.runId, width);
  return `${paint('bold', name)}${paint('dim', cut(`  ${run.status}, ${percent}%`, width - cellWidth(name)))}`;
}

function stageLine(stage: RunStage, state: LiveState, columns: Columns, look: LiveLook): string {
  const { paint, width } = look;
  const isAhead = stage.status === StageStatus.Waiting || stage.status === StageStatus.Skipped;
  const name = fit(`${stage.number} ${stage.title}`, columns.title);
  const figures = figuresOf(stage, workedUntil(state), columns);
  const used = 2 + columns.title + 1 + columns.bar + 1 + cellWidth(figures);
  const mark = stageMark(stage, state.run.status, paint);
  if (used > width) return `${mark} ${cut(`${name} ${figures}`, width - 2)}`;
  const note = cut(noteOf(stage, state), width - used - 2);
  const bar = stage.kind === 'gate' ? ' '.repeat(columns.bar) : progressBar(stage, columns.bar, paint);
  const shownName = isAhead ? paint('dim', name.trimEnd()) + name.slice(name.trimEnd().length) : name;
  const line = `${mark} ${shownName} ${bar} ${figures}`;
  return note === '' ? line : `${line}  ${paint('dim', note)}`;
}

function figuresOf(stage: RunStage, until: Date, columns: Columns): string {
  const hasBegun = stage.startedAt !== null;
  return [
    fit(counts(stage), columns.counts, 'right'),
    fit(hasBegun ? creditColumn(stage.creditsUsed) : '', creditCells, 'right'),
    fit(hasBegun ? runningTime(workedMs(stage, until)) : '', timeCells, 'right'),
  ].join(' ');
}

function counts(stage: RunStage): string {
  if (stage.status === StageStatus.Waiting || stage.status === StageStatus.Skipped) return '';
  if (stage.kind === 'gate') return String(stage.counters.readyForReview ?? '');
  return `${stage.processed + stage.failed}/${stage.total}`;
}

/** `━━━━━━━╸────`, the part done in colour. */
function progressBar(stage: RunStage, cells: number, paint: Paint): string {
  const halves = Math.round(fractionDone(stage) * cells * 2);
  const done = '━'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? '╸' : '');
  const style = stage.status === StageStatus.Failed ? 'red' : 'green';
  return paint(style, done) + paint('dim', '─'.repeat(cells - done.length));
}

function noteOf(stage: RunStage, { run, rows, now }: LiveState): string {
  const failed = stage.failed > 0 ? `${stage.failed} failed` : '';
  if (stage.status !== StageStatus.Running) return failed;
  const etaMs = stageEtaMs(run, stage, now);
  const eta = etaMs === null ? '' : `ETA ${runningTime(etaMs)}`;
  return [failed, eta, currentItem(rows, stage.number)].filter((part) => part !== '').join(' · ');
}

function totals({ run, now }: LiveState, { width, paint }: LiveLook): string {
  const elapsed = runningTime(Math.max(0, (run.endedAt ?? now).getTime() - run.startedAt.getTime()));
  const used = `${creditFigure(run.creditsUsed)} of ~${creditsFigure(run.estimate.credits)} used`;
  const why = run.error?.message ?? run.pause?.message ?? '';
  const line = cut([used, `${elapsed} elapsed`, why].filter((part) => part !== '').join(' · '), width);
  return run.error === null ? paint('dim', line) : paint('red', line);
}
