import { StageStatus } from '../../schema/automation-run.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { saveContext } from './batch/contexts.ts';
import { type StageWork, stateOf, statePath } from './batch/stage-work.ts';
import type { Batch } from './stage.ts';
import { itemsOf, waitingFilter } from './waiting.ts';

const listed = 1_000;

/**
 * Lets a gate count and list what has arrived before it, in one transaction. Nothing passes: the items stay, and
 * there is no drain check.
 */
export async function passGate(work: StageWork): Promise<void> {
  const { leased, stage } = work;
  const startedAt = leased.engine.now();
  await leased.commit(async (session) => {
    const items = itemsOf(leased.engine.database, stage);
    const filter = waitingFilter(stage, { site: leased.run.site });
    const total = await items.countDocuments(filter, { session });
    const arrived = await items.find(filter, { session, sort: { _id: 1 }, limit: listed }).toArray();
    const batch: Batch<PipelineItem> = {
      key: stage.key,
      index: 1,
      count: 1,
      first: 1,
      total,
      items: arrived,
    };
    const summary = await stage.save(
      undefined,
      batch,
      saveContext({ ...work, database: work.leased.engine.database }, session),
    );
    const { number, title, kind } = stateOf(work);
    const name = { number, title, kind };
    const { key } = stage;
    return {
      change: {
        set: {
          current: key,
          [statePath(stage, 'status')]: StageStatus.Completed,
          [statePath(stage, 'total')]: total,
          [statePath(stage, 'counters')]: summary.counters,
          [statePath(stage, 'ids')]: summary.ids ?? {},
          [statePath(stage, 'startedAt')]: startedAt,
          [statePath(stage, 'endedAt')]: startedAt,
        },
      },
      events: [
        {
          stage: key,
          event: {
            type: 'stage.started',
            name,
            query: JSON.stringify(filter),
            found: total,
            ...stage.nouns,
            batchSize: 0,
            batches: 0,
          },
        },
        {
          stage: key,
          event: {
            type: 'stage.completed',
            name,
            processed: 0,
            failed: 0,
            ...stage.nouns,
            counters: { ...summary.counters },
            creditsUsed: 0,
            elapsedMs: 0,
          },
        },
        ...(summary.notes ?? []).map((message) => ({
          stage: key,
          event: { type: 'run.warning', code: 'HELD_BACK', message } as const,
        })),
      ],
      result: undefined,
    };
  });
}
