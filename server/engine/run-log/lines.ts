import type { ActivityEvent, StageName } from '../../../schema/activity.ts';
import type { LogRow } from './log-row.ts';
import { foundText, isOfRun, messageOf, taskQueued } from './message.ts';
import { batchHeading, box, stageLines, timed } from './stage-lines.ts';
import { creditNumber, dateTimeText, durationText } from './words.ts';

/** Where the log stands after a row: what the meaning of the next row depends on. */
export interface LogPosition {
  /** The stage whose file was begun last. */
  readonly stage: StageName | null;
  /** Index of the batch whose heading stands last in that file. */
  readonly batch: number | null;
}

export const logStart: LogPosition = { stage: null, batch: null };

export interface RowLines {
  /** For automation_run.log. */
  readonly main: readonly string[];
  /** For the file of the row's stage. */
  readonly stage: readonly string[];
  readonly position: LogPosition;
}

/** The lines of one row. Rows must come in the order of their `seq`, each with the position after the one before. */
export function linesOf(row: LogRow, position: LogPosition): RowLines {
  const next = positionAfter(row.event, position);
  const kind = next.stage?.kind ?? 'ai';
  return { main: mainLines(row, kind), stage: linesOfStage(row, position, next), position: next };
}

function positionAfter(event: ActivityEvent, before: LogPosition): LogPosition {
  if (event.type === 'stage.started' || event.type === 'stage.skipped') {
    return { stage: event.name, batch: null };
  }
  return 'batch' in event ? { stage: before.stage, batch: event.batch.index } : before;
}

/** The plan's main log leaves out phases, but for those that tell how far the work is. */
function mainLines(row: LogRow, kind: StageName['kind']): string[] {
  const { event, at, stageNumber } = row;
  if (event.type === 'batch.phase' && event.percent === undefined) return [];
  const header = event.type === 'run.started' ? [...runHeader(event, at), ''] : [];
  const footer = event.type === 'run.completed' ? ['', ...runSummary(event)] : [];
  const sentences = [messageOf(event, stageNumber, kind), ...furtherSentences(event, kind, stageNumber)];
  return [...header, ...timed(at, sentences), ...footer];
}

function furtherSentences(
  event: ActivityEvent,
  kind: StageName['kind'],
  stageNumber: number | null,
): string[] {
  switch (event.type) {
    case 'stage.started':
      return [`Stage ${event.name.number}: ${foundText(event)}`];
    case 'batch.started':
      return kind === 'ai' ? [`Stage ${stageNumber}: ${taskQueued(event.batchKey)}`] : [];
    case 'run.resumed':
      return event.completed.map((number) => `Stage ${number} already completed - skipping`);
    case 'run.completed':
      return event.contentIds.length > 0 ? [`Content IDs ready: [${event.contentIds.join(', ')}]`] : [];
    default:
      return [];
  }
}

function runHeader(event: Extract<ActivityEvent, { type: 'run.started' }>, at: Date): string[] {
  return box([
    `AUTOMATION RUN: ${event.runId}`,
    `Started: ${dateTimeText(at)}`,
    `Trigger: ${event.trigger}`,
    `Account: ${event.account}`,
    `Site: ${event.site}`,
  ]);
}

function runSummary(event: Extract<ActivityEvent, { type: 'run.completed' }>): string[] {
  return box([
    'AUTOMATION COMPLETE',
    `Total Time: ${durationText(event.elapsedMs)}`,
    ...(event.ready === null ? [] : [`Ready for Review: ${event.ready}`]),
    `Credits Used: ${creditNumber(event.creditsUsed)}`,
  ]);
}

/**
 * With batches side by side their lines alternate, so a batch's heading is repeated where another batch's lines
 * stand between. A stage ahead of the run has no file yet: what concerns it stands in the main log alone.
 */
function linesOfStage(row: LogRow, before: LogPosition, next: LogPosition): string[] {
  const { event, stageNumber } = row;
  const kind = next.stage?.kind ?? 'ai';
  if ('batch' in event) {
    const heading = event.type === 'batch.started' || event.batch.index !== before.batch;
    return [...(heading ? batchHeading(event.batch) : []), ...stageLines(row, kind)];
  }
  const begun = stageNumber !== null && next.stage?.number === stageNumber;
  const aside = isOfRun(event) || event.type === 'stage.itemsRetried';
  return stageNumber === null || (aside && !begun) ? [] : stageLines(row, kind);
}
