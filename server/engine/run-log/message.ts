import { type ActivityEvent, ActivityLevel, type StageName } from '../../../schema/activity.ts';
import { counterText, countOf, creditsText, durationText, oneLine } from './words.ts';

export type StageKind = StageName['kind'];
type RunEvent = Extract<ActivityEvent, { type: `run.${string}` }>;
type StageEvent = Exclude<ActivityEvent, RunEvent>;
type StageCompleted = Extract<ActivityEvent, { type: 'stage.completed' }>;
type BatchCompleted = Extract<ActivityEvent, { type: 'batch.completed' }>;

/**
 * The sentence of an event, as the live log and `automation_run.log` show it, without its time. One line.
 * `kind` is that of the event's stage: a local batch reads `Batch 1 complete: …`, an AI batch `Batch 1 complete - …`.
 */
export function messageOf(event: ActivityEvent, stageNumber: number | null, kind: StageKind = 'ai'): string {
  const prefix = stageNumber === null ? '' : `Stage ${stageNumber}: `;
  return oneLine(isOfRun(event) ? runMessage(event, stageNumber) : stageMessage(event, prefix, kind));
}

/** True for what concerns the run as a whole. */
export function isOfRun(event: ActivityEvent): event is RunEvent {
  return event.type.startsWith('run.');
}

function stageMessage(event: StageEvent, prefix: string, kind: StageKind): string {
  switch (event.type) {
    case 'stage.started':
      return `Stage ${event.name.number} starting: ${event.name.title}`;
    case 'stage.completed':
      return `Stage ${event.name.number} complete: ${stageResult(event)}`;
    case 'stage.skipped':
      return `Stage ${event.name.number}: ${event.reason}`;
    case 'stage.itemsRetried':
      return prefix + (event.message || `${countOf(event.count, 'failed item', 'failed items')} put back`);
    case 'batch.started':
      return prefix + event.opening;
    case 'batch.phase':
      return prefix + phaseText(event);
    case 'batch.waiting':
      return prefix + waitingText(event);
    case 'batch.completed':
      return prefix + batchResult(event, kind);
    case 'batch.dropped':
      return `${prefix}Batch ${event.batch.index} dropped - ${event.message}`;
    case 'item.failed':
      return `${prefix}${quoted(event.label)} failed - ${event.message}`;
  }
}

function runMessage(event: RunEvent, stageNumber: number | null): string {
  switch (event.type) {
    case 'run.started':
      return `Automation started (trigger: ${event.trigger})`;
    case 'run.creditCheck':
      return `Credit check: Account has ${creditsText(event.available)}, estimated need: ${creditsText(event.estimate)}`;
    case 'run.paused':
      return withReason('paused', event.message || event.reason);
    case 'run.resumed':
      return withReason('resumed', event.message);
    case 'run.cancelled':
      return withReason('cancelled', event.message);
    case 'run.failed':
      return withReason(stageNumber === null ? 'failed' : `failed at Stage ${stageNumber}`, event.message);
    case 'run.completed':
      return `Automation complete${event.ready === null ? '' : `. ${countOf(event.ready, 'content piece', 'content pieces')} ready for review`}`;
    case 'run.holdExtended':
      return `Hold extended by ${creditsText(event.amount)}`;
    case 'run.takenOver':
      return 'Another worker goes on with this run';
    case 'run.warning':
      return `Warning: ${event.message}`;
  }
}

/** How grave an event is: errors want a person, warnings explain a delay or a gap. */
export function levelOf(event: ActivityEvent): ActivityLevel {
  switch (event.type) {
    case 'run.failed':
    case 'item.failed':
      return ActivityLevel.Error;
    case 'run.paused':
    case 'run.cancelled':
    case 'run.takenOver':
    case 'run.warning':
    case 'batch.waiting':
    case 'batch.dropped':
      return ActivityLevel.Warning;
    case 'run.completed':
    case 'stage.completed':
    case 'batch.completed':
      return ActivityLevel.Success;
    default:
      return ActivityLevel.Info;
  }
}

/** `Writing sections (65% complete)`; the percent only where it is known. */
export function phaseText(event: { message: string; percent?: number }): string {
  return event.percent === undefined
    ? event.message
    : `${event.message} (${Math.round(event.percent)}% complete)`;
}

/** `The provider is busy (next try in 12s)`. */
export function waitingText({ message, delayMs }: { message: string; delayMs: number }): string {
  return `${message.replace(/\.$/, '')} (next try in ${durationText(delayMs)})`;
}

/** `Found 47 pending keywords`. */
export function foundText({ found, one, many }: { found: number; one: string; many: string }): string {
  return `Found ${found} pending ${found === 1 ? one : many}`;
}

/** The plan's line for a batch that has been handed to the AI. */
export function taskQueued(batchKey: string): string {
  return `AI task queued: task_id=${batchKey}`;
}

/** Counters worth a line of their own: what a stage processed, its batches and credits are told elsewhere. */
export function resultCounters(counters: Record<string, number>): [name: string, value: number][] {
  return Object.entries(counters).filter(
    ([name]) => !name.endsWith('Processed') && name !== 'batches' && name !== 'creditsUsed',
  );
}

/** In single quotes, as the plan's sentences name things, unless it stands in quotes already. */
export function quoted(label: string): string {
  return /^['"‘“«„]/.test(label) ? label : `'${label}'`;
}

function stageResult(event: StageCompleted): string {
  const parts = resultCounters(event.counters).map(([name, value]) => counterText(name, value));
  if (event.name.kind !== 'gate') {
    parts.unshift(`${countOf(event.processed, event.one, event.many)} processed`);
  }
  if (event.failed > 0) parts.push(`${event.failed} failed`);
  return `${parts.join(', ')} (${creditsText(event.creditsUsed)}, ${durationText(event.elapsedMs)})`;
}

function batchResult({ batch, message, closing }: BatchCompleted, kind: StageKind): string {
  return closing ?? `Batch ${batch.index} complete${kind === 'local' ? ': ' : ' - '}${message}`;
}

/** `Automation paused: Need 20 credits`; what says `Paused by Anna` already is not said twice. */
function withReason(what: string, reason: string): string {
  if (reason.toLowerCase().startsWith(what)) return `Automation ${what}${reason.slice(what.length)}`;
  return reason ? `Automation ${what}: ${reason}` : `Automation ${what}`;
}
