import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { AiCall } from '../../../schema/ai-call.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import type { Right } from '../../auth/rights.ts';
import type { Page } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page.ts';
import { AiCallArgs, AiCallConnection } from './ai-calls.types.ts';

@Resolver()
export class AiCallsResolver {
  @Authorized<Right>('read')
  @Query(() => AiCallConnection, { description: 'The AI calls of a run, one by one, the latest first.' })
  async aiCalls(
    @Args(() => AiCallArgs) { runId, stage, model, ...page }: AiCallArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<AiCall>> {
    await documents.of(AutomationRun).require(runId);
    const wanted = { run: runId, ...(stage && { stage }), ...(model && { model }) };
    // What was answered is not shown, and may be a whole article.
    const shown = { ...page, without: ['reply'] };
    return pageOf(documents.of(AiCall), wanted, { field: '_id', direction: -1 }, shown);
  }
}
