import type { ObjectId } from 'mongodb';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Site } from '../../schema/site.ts';
import { audit } from '../../server/credits/audit.ts';
import { withReserve } from '../../server/credits/ledger.ts';
import type { Engine } from '../../server/engine/engine.ts';
import type { AnyStage } from '../../server/engine/stage.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { itemsOf, waitingFilter } from '../../server/engine/waiting.ts';
import { makeSite } from './factory.ts';

const itemCount = 3;

/** What a run of the stage over a few items came to. */
interface Trial {
  readonly run: AutomationRun;
  readonly items: readonly PipelineItem[];
  /** Still waiting afterwards. */
  readonly left: number;
  /** The accepted replies of the AI, in order. */
  readonly replies: readonly unknown[];
}

/** The promises of the contract that the stage breaks, one sentence each. */
export async function judgeStage(
  engine: Engine,
  stage: AnyStage,
  item: (nth: number) => Partial<PipelineItem>,
): Promise<string[]> {
  const broken: string[] = [];
  const expect = (isKept: boolean, promise: string) => {
    if (!isKept) broken.push(promise);
  };
  const first = await trial(engine, stage, item);
  const state = first.run.stages[stage.key];
  const reason = first.run.error?.message ?? first.run.status;
  expect(first.run.status === RunStatus.Completed, `A run over its items completes: ${reason}`);
  expect(first.left === 0, `Every item leaves \`waiting\`: ${first.left} of ${itemCount} did not.`);
  expect(
    state?.processed === itemCount,
    `Every item is processed: ${state?.processed} of ${itemCount} were.`,
  );
  expect(
    Object.keys(state?.counters ?? {}).length > 0,
    'Its summary counts what it did, in at least one counter.',
  );
  const labels = first.items.map((one) => stage.label(one));
  expect(
    labels.every((label) => typeof label === 'string' && label.trim() !== ''),
    'Every item has a label that a person can read.',
  );
  expect(
    (state?.creditsUsed ?? 0) <= withReserve(first.run.estimate.credits),
    `Its forecast covers what it charges: ${first.run.estimate.credits} were forecast, ${state?.creditsUsed} charged.`,
  );
  const second = await trial(engine, stage, item);
  expect(
    JSON.stringify(first.replies) === JSON.stringify(second.replies),
    'Its offline answers are the same for the same items.',
  );
  expect((await audit(engine.database)).differences.length === 0, 'The ledger adds up after it.');
  return broken;
}

async function trial(
  engine: Engine,
  stage: AnyStage,
  item: (nth: number) => Partial<PipelineItem>,
): Promise<Trial> {
  const { database } = engine;
  const site = await makeSite(database, { name: 'Trial', credits: 10_000 });
  const items = Array.from({ length: itemCount }, (_, nth) => newItem(stage, site, item(nth)));
  const collection = itemsOf(database, stage);
  await collection.insertMany(items);
  const waiting = waitingFilter(stage, { site: site._id });
  const start = await startRun(engine, {
    site: site._id,
    trigger: RunTrigger.Manual,
    from: stage.key,
    to: stage.key,
  });
  const run = await ended(engine, start._id);
  const calls = await database
    .of(AiCall)
    .find({ run: run._id, status: AiCallStatus.Accepted }, { sort: { _id: 1 } })
    .toArray();
  return {
    run,
    items: await collection.find({ site: site._id }, { sort: { _id: 1 } }).toArray(),
    left: await collection.countDocuments(waiting),
    replies: calls.map(({ reply }) => reply),
  };
}

function newItem(stage: AnyStage, site: Site, fields: Partial<PipelineItem>): PipelineItem {
  const made: PipelineItem = new stage.item();
  return Object.assign(made, fields, { account: site.account, site: site._id });
}

/** Waits for the end of a run by watching it. */
async function ended({ database }: Engine, _id: ObjectId): Promise<AutomationRun> {
  const runs = database.of(AutomationRun);
  const changes = runs.watch([{ $match: { 'documentKey._id': _id } }], { maxAwaitTimeMS: 20 });
  try {
    // Opened before the first look: no change falls in between.
    await changes.tryNext();
    for (;;) {
      const run = await runs.findOne({ _id });
      if (run && !run.active) return run;
      await changes.next();
    }
  } finally {
    await changes.close();
  }
}
