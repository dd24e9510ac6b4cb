import type { ActivityEvent, BatchName, StageName } from '../../../schema/activity.ts';
import type { LogRow } from './log-row.ts';
import {
  foundText,
  messageOf,
  phaseText,
  quoted,
  resultCounters,
  taskQueued,
  waitingText,
} from './message.ts';
import {
  capitalised,
  counterTitle,
  countOf,
  creditNumber,
  dateTimeText,
  durationText,
  listText,
  oneLine,
  rangeText,
  timeText,
} from './words.ts';

type Of<Type extends ActivityEvent['type']> = Extract<ActivityEvent, { type: Type }>;

const rule = '='.repeat(40);
const kindTitles: Record<StageName['kind'], string> = { ai: 'AI', local: 'Local Queue', gate: 'Manual Gate' };

/** Text between two rules, as the plan's files open and close. */
export function box(lines: readonly string[]): string[] {
  return [rule, ...lines.map(oneLine), rule];
}

/** Sentences as lines of that moment: `14:05:24 - Found 47 pending keywords`. */
export function timed(at: Date, sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `${timeText(at)} - ${oneLine(sentence)}`);
}

/** `--- Batch 1/3 ---`, set apart from what stands above it. */
export function batchHeading({ index, count }: BatchName): string[] {
  return ['', `--- Batch ${index}/${count} ---`];
}

/** The lines of one row in its stage's own file, without a batch's heading. `kind` is that of the stage. */
export function stageLines(row: LogRow, kind: StageName['kind']): string[] {
  const { event, at } = row;
  switch (event.type) {
    case 'stage.started':
      return [...header(event.name, at), ...timed(at, queue(event))];
    case 'stage.skipped':
      return [...header(event.name, at), ...timed(at, [event.reason])];
    case 'stage.completed':
      return ['', ...box(summary(event))];
    case 'batch.started':
      return timed(at, opening(event, row, kind));
    case 'batch.phase':
      return timed(at, [`Phase: ${event.phase} - ${phaseText(event)}`]);
    case 'batch.waiting':
      return timed(at, [waitingText(event)]);
    case 'batch.completed':
      return timed(at, closing(event));
    case 'batch.dropped':
      return timed(at, [`Dropped: ${event.message}`]);
    case 'item.failed':
      return timed(at, [`Failed: ${quoted(event.label)} (${event.item}) - ${event.code}: ${event.message}`]);
    case 'run.failed':
      return timed(at, [`Error: ${event.code} - ${event.message}`]);
    default:
      return timed(at, [messageOf(event, null, kind)]);
  }
}

function header(name: StageName, at: Date): string[] {
  const title = `STAGE ${name.number}: ${name.title} (${kindTitles[name.kind]})`;
  return [...box([title, `Started: ${dateTimeText(at)}`]), ''];
}

function queue(event: Of<'stage.started'>): string[] {
  const query = `Query: ${event.query}`;
  if (event.name.kind === 'gate') return [query, foundText(event)];
  return [
    query,
    foundText(event),
    `Batch size: ${countOf(event.batchSize, event.one, event.many)}`,
    `Total batches: ${event.batches}`,
  ];
}

function opening(event: Of<'batch.started'>, row: LogRow, kind: StageName['kind']): string[] {
  const name = capitalised(event.one);
  const range = rangeText(event.ids);
  return [
    event.ids.length === 1 ? `${name}: ${event.label}` : `${name} IDs: ${listText(event.ids)}`,
    `Calling ${event.stageKey}(ids=${range}, account=${row.account}, site_id=${row.site})`,
    ...(kind === 'ai' ? [taskQueued(event.batchKey), 'Monitoring task status...'] : []),
    'Phase: INIT - Initializing',
    `Phase: PREP - ${event.preparing}`,
  ];
}

function closing(event: Of<'batch.completed'>): string[] {
  return [
    `Phase: SAVE - ${event.saving}`,
    'Phase: DONE - Complete',
    `Result: ${event.message}`,
    ...event.notes,
    `Credits used: ${creditNumber(event.creditsUsed)}`,
  ];
}

function summary(event: Of<'stage.completed'>): string[] {
  const { name, one, many, processed, failed } = event;
  return [
    `STAGE ${name.number} COMPLETE`,
    `Total Time: ${durationText(event.elapsedMs)}`,
    ...(name.kind === 'gate' ? [] : [`Processed: ${countOf(processed, one, many)}`]),
    ...(failed > 0 ? [`Failed: ${countOf(failed, one, many)}`] : []),
    ...resultCounters(event.counters).map(([counter, value]) => `${counterTitle(counter)}: ${value}`),
    `Credits Used: ${creditNumber(event.creditsUsed)}`,
  ];
}
