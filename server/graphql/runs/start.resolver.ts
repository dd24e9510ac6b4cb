import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { AutomationRun, RunTrigger } from '../../../schema/automation-run.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import type { Choice } from '../../engine/plan.ts';
import { type RetryOptions, type RetryResult, retryFailed } from '../../engine/retry-failed.ts';
import { runOfRequest, type StartOptions, startRun } from '../../engine/start-run.ts';
import type { Context } from '../context.ts';
import { once } from '../once.ts';
import { RunPayload } from './run.types.ts';
import { chosenItems, requireItems } from './stage-items.ts';
import { choiceOf, RetryFailedInput, RetryPayload, RunStageInput, StartRunInput } from './start.types.ts';

@Resolver()
export class StartResolver {
  @Authorized<Right>('run')
  @Mutation(() => RunPayload, {
    description:
      'Starts a run. RUN_ALREADY_ACTIVE while the site has another, INSUFFICIENT_CREDITS, NOTHING_TO_DO.',
  })
  async startRun(
    @Arg('input', () => StartRunInput, { description: 'Which run.' }) {
      siteId,
      stages,
      idempotencyKey,
    }: StartRunInput,
    @Ctx() context: Context,
  ): Promise<RunPayload> {
    await context.documents.of(Site).require(siteId);
    return startOnce(context, 'startRun', idempotencyKey, { site: siteId, ...choiceOf(stages) });
  }

  @Authorized<Right>('run')
  @Mutation(() => RunPayload, {
    description:
      'Starts a run of one stage over chosen items. Refused in the same cases as startRun; ITEMS_NOT_WAITING if none of them is waiting.',
  })
  async runStage(
    @Arg('input', () => RunStageInput, { description: 'Which stage, over which items.' }) {
      siteId,
      idempotencyKey,
      ...items
    }: RunStageInput,
    @Ctx() context: Context,
  ): Promise<RunPayload> {
    await context.documents.of(Site).require(siteId);
    const chosen = await chosenItems(context, siteId, items);
    return startOnce(context, 'runStage', idempotencyKey, { site: siteId, ...chosen });
  }

  @Authorized<Right>('run')
  @Mutation(() => RetryPayload, {
    description:
      'Retries failed items: starts a run from their stage on, or leaves them to the active run or to one that follows it. NOTHING_FAILED if there are none, INSUFFICIENT_CREDITS.',
  })
  async retryFailed(
    @Arg('input', () => RetryFailedInput, { description: 'Which failed items.' }) {
      siteId,
      stage,
      ids,
      idempotencyKey: key,
    }: RetryFailedInput,
    @Ctx() context: Context,
  ): Promise<RetryPayload> {
    const { documents, engine } = context;
    await documents.of(Site).require(siteId);
    if (ids) await requireItems(context, siteId, stage, ids);
    const options: RetryOptions = { site: siteId, stage, ...(ids && { items: ids }) };
    const retry = async (request: ObjectId) => {
      const { outcome, run } = await retryFailed(engine, { ...options, request });
      return { outcome, runId: run._id };
    };
    const asked = { account: documents.account, key, operation: 'retryFailed', input: options };
    const { outcome, runId } = await once<{ outcome: RetryResult['outcome']; runId: ObjectId }>(
      engine.database,
      asked,
      retry,
    );
    return { outcome, run: await documents.of(AutomationRun).require(runId) };
  }
}

/** One request starts one run, also where it is cut off between the run's start and the answer. */
async function startOnce(
  { documents, engine }: Context,
  operation: string,
  key: string,
  start: Choice & Pick<StartOptions, 'site'>,
): Promise<RunPayload> {
  const { runId } = await once(
    engine.database,
    { account: documents.account, key, operation, input: start },
    async (request) => {
      const run = await startRun(engine, { ...start, trigger: RunTrigger.Manual, request });
      return { runId: run._id };
    },
    async (request) => {
      const run = await runOfRequest(engine, request);
      return run && { runId: run._id };
    },
  );
  return { run: await documents.of(AutomationRun).require(runId) };
}
