/** What people are told of a run who do not watch it, in a sentence each. */
import type { AutomationRun } from '../../schema/automation-run.ts';
import { NotificationEvent } from '../../schema/notification.ts';
import type { RunError } from '../../schema/run-stop.ts';
import type { News } from '../notifications/outbox.ts';
import { stageAhead } from './progress/stage-progress.ts';
import { countOf, creditsText, dateTimeText } from './run-log/words.ts';

/** `ready` is how many drafts wait for review; null where the run has no gate that counts them. */
export function completedNews(run: AutomationRun, ready: number | null, at: Date): News {
  const waiting =
    ready === null ? '' : ` ${countOf(ready, 'content piece is', 'content pieces are')} ready for review.`;
  const sentence = `The run ${run.runId} has completed.${waiting} It used ${creditsText(run.creditsUsed)}.`;
  return { event: NotificationEvent.RunCompleted, run, sentence, at };
}

export function failedNews(run: AutomationRun, { message, stage }: RunError, at: Date): News {
  const where = stage === null ? undefined : run.stages[stage]?.title;
  const sentence = `The run ${run.runId} has failed${where ? ` in "${where}"` : ''}: ${message}`;
  return { event: NotificationEvent.RunFailed, run, sentence, at };
}

export function pausedNews(run: AutomationRun, message: string, at: Date): News {
  const sentence = `The run ${run.runId} has paused itself: ${message}`;
  return { event: NotificationEvent.RunPaused, run, sentence, at };
}

/** `unknown`: its stages that the process which tells does not have. */
export function stuckNews(
  run: AutomationRun,
  { since, unknown, at }: { since: Date; unknown: readonly string[]; at: Date },
): News {
  const stage = stageAhead(run);
  const title = stage === null ? undefined : run.stages[stage]?.title;
  const [missing] = unknown;
  const why =
    missing === undefined
      ? `nothing has come of ${title ? `its stage "${title}"` : 'its completion'}. Look at the workers' logs, and whether all their slots are taken.`
      : `the worker that tells this does not know its stage "${missing}". Start one that does (see STAGE_PLUGINS), or cancel the run.`;
  const sentence = `The run ${run.runId} has not moved on since ${dateTimeText(since)} UTC, and holds its credits and its site: ${why}`;
  return { event: NotificationEvent.RunStuck, run, sentence, at };
}

/** `days` is after how many the run is cancelled. */
export function leftPausedNews(run: AutomationRun, since: Date, days: number, at: Date): News {
  const end = `after ${countOf(days, 'day', 'days')} of pause it is cancelled.`;
  const sentence = `The run ${run.runId} has been paused since ${dateTimeText(since)} UTC, and holds its credits and its site: ${end}`;
  return { event: NotificationEvent.RunLeftPaused, run, sentence, at };
}
