import type { ClientSession } from 'mongodb';
import type { BatchName } from '../../../schema/activity.ts';
import type { Site } from '../../../schema/site.ts';
import { createBatchAi } from '../../ai/batch-ai.ts';
import { createBudget } from '../../ai/budget.ts';
import type { BatchJournal } from '../../ai/journal.ts';
import type { Database } from '../../db/database.ts';
import { readerOf, writerOf } from '../accessor.ts';
import type { Phase, SaveContext, StageSettings, WorkContext } from '../stage.ts';
import type { StageWork } from './stage-work.ts';

const phaseWords: Record<Phase, string> = {
  PREP: 'Preparing',
  AI_CALL: 'Asking the AI',
  PARSE: 'Reading the answer',
  SAVE: 'Saving',
};

/** What the stage calls a phase. */
export function phaseText(work: StageWork, phase: Phase): string {
  return work.stage.phases?.[phase] ?? phaseWords[phase];
}

/** What a plugin's `work` may use for this batch. */
export function workContext(
  work: StageWork,
  name: BatchName,
  journal: BatchJournal,
): WorkContext<StageSettings> {
  const { leased, providers, settings, site, stage } = work;
  const { engine, run, signal } = leased;
  const owner = { account: run.account, site: run.site };
  let told: { message: string; percent?: number } | undefined;
  const tell = (event: { message: string; percent?: number }) =>
    leased.note(stage.key, { type: 'batch.phase', batch: name, phase: 'AI_CALL', ...event });
  return {
    site,
    settings,
    signal,
    read: (kind) => readerOf(engine.database, kind, owner),
    progress(message, percent) {
      told = { message, ...(percent !== undefined && { percent: Math.round(percent) }) };
      tell(told);
    },
    ai: createBatchAi({
      providers,
      journal,
      media: engine.media,
      mediaFolder: run.site.toHexString(),
      settings,
      signal,
      retry: engine.retry,
      budget: createBudget({ database: engine.database, account: run.account, run, now: engine.now }),
      checkLease: () => leased.checkLease(),
      onCall: (call) => engine.observe.callEnded(call),
      onPhase(phase) {
        engine.observe.phase(stage.key, phase);
        // What the stage itself says of its calls says more, and would be hidden at once.
        if (phase === 'AI_CALL' && told) return;
        const message = phaseText(work, phase);
        leased.note(stage.key, { type: 'batch.phase', batch: name, phase, message });
      },
      onProgress(characters) {
        const message = told?.message ?? phaseText(work, 'AI_CALL');
        tell({ ...told, message: `${message}, about ${wordsIn(characters)} words so far` });
      },
      onWait(error, delayMs) {
        const { what: message } = error;
        const isRateLimit = typeof error.details.retryAfterMs === 'number';
        leased.note(stage.key, { type: 'batch.waiting', batch: name, message, delayMs, isRateLimit });
      },
    }),
  };
}

/** Words in so many characters of an answer, to the nearest ten: with what is around them, it is not known better. */
function wordsIn(characters: number): number {
  return Math.round(characters / 60) * 10;
}

/** What a plugin's `save` and hooks may use, in this transaction. */
export function saveContext(
  { database, settings, site }: { database: Database; settings: StageSettings; site: Site },
  session: ClientSession,
): SaveContext<StageSettings> {
  const owner = { account: site.account, site: site._id };
  return { site, settings, in: (kind) => writerOf(database, kind, owner, session) };
}
