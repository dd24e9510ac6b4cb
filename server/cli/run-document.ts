/** The JSON documents that programs read. Credits are credits, times ISO 8601, durations milliseconds. */
import type { AutomationRun } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { stagesOf } from '../engine/progress/stage-progress.ts';
import type { ParsedKeywords } from '../import/collect-rows.ts';
import type { ImportReport } from '../import/import-keywords.ts';
import type { Standstill } from './nothing-to-do.ts';
import type { RunOutput } from './output.ts';

export type ImportDocument = ImportReport & Pick<ParsedKeywords, 'duplicates' | 'problems'>;

/** A run that has ended or is paused, as one document. `output` is null where it could not be written. */
export function runDocument(
  run: AutomationRun,
  site: Pick<Site, 'name'>,
  imported: ImportDocument | null,
  output: RunOutput | null,
): string {
  return json({
    runId: run.runId,
    status: run.status,
    site: site.name,
    trigger: run.trigger,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    elapsedMs: run.endedAt ? run.endedAt.getTime() - run.startedAt.getTime() : null,
    creditsEstimated: run.estimate.credits / 1000,
    creditsUsed: run.creditsUsed / 1000,
    error: run.error,
    pause: run.pause && { ...run.pause, needed: run.pause.needed / 1000 },
    import: imported,
    stages: stagesOf(run).map((stage, index) => ({
      key: run.sequence[index],
      number: stage.number,
      title: stage.title,
      status: stage.status,
      total: stage.total,
      processed: stage.processed,
      failed: stage.failed,
      batches: stage.batches,
      creditsUsed: stage.creditsUsed / 1000,
      startedAt: stage.startedAt,
      endedAt: stage.endedAt,
      counters: stage.counters,
      ids: stage.ids,
    })),
    output,
  });
}

/** What stands in a run's place where nothing was left to do. */
export function nothingToDoDocument(
  site: Pick<Site, 'name'>,
  imported: ImportDocument,
  standstill: Standstill,
): string {
  return json({
    runId: null,
    status: 'nothing_to_do',
    site: site.name,
    import: imported,
    ...standstill,
    stages: [],
  });
}

function json(document: object): string {
  return JSON.stringify(document, null, 2);
}
