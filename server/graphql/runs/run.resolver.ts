import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Caller } from '../../auth/caller.ts';
import type { Right } from '../../auth/rights.ts';
import { cancelRun, pauseRun, resumeRun } from '../../engine/steer-run.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import { currentRunOf } from './current-run.ts';
import { RunConnection, RunFilter, RunInput, RunPayload, runFilter } from './run.types.ts';

@Resolver(() => AutomationRun)
export class RunResolver {
  @Authorized<Right>('read')
  @Query(() => RunConnection, { description: 'Runs of a site, the latest first.' })
  async runs(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => RunFilter, { nullable: true, description: 'Which of them; all if not given.' })
    filter: RunFilter | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<AutomationRun>> {
    const wanted = runFilter(siteId, filter);
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(AutomationRun), wanted, { field: 'startedAt', direction: -1 }, page),
    );
  }

  @Authorized<Right>('read')
  @Query(() => AutomationRun, { description: 'A run. NOT_FOUND if the account has none with this id.' })
  run(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<AutomationRun> {
    return documents.of(AutomationRun).require(id);
  }

  @Authorized<Right>('read')
  @Query(() => AutomationRun, { nullable: true, description: 'The active, else the latest run of a site.' })
  async currentRun(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<AutomationRun | null> {
    await documents.of(Site).require(siteId);
    return currentRunOf(documents, siteId);
  }

  @Authorized<Right>('run')
  @Mutation(() => RunPayload, {
    description:
      'Pauses a run after the batch in flight. One that waits for credits is then resumed by a person alone.',
  })
  async pauseRun(
    @Arg('input', () => RunInput, { description: 'Which run.' }) { runId }: RunInput,
    @Ctx() context: Context,
  ): Promise<RunPayload> {
    await context.documents.of(AutomationRun).require(runId);
    return { run: await pauseRun(context.engine, runId, nameOf(context.caller)) };
  }

  @Authorized<Right>('run')
  @Mutation(() => RunPayload, {
    description: 'Resumes a paused run, or a failed one at the stage that failed.',
  })
  async resumeRun(
    @Arg('input', () => RunInput, { description: 'Which run.' }) { runId }: RunInput,
    @Ctx() context: Context,
  ): Promise<RunPayload> {
    await context.documents.of(AutomationRun).require(runId);
    return { run: await resumeRun(context.engine, runId, nameOf(context.caller)) };
  }

  @Authorized<Right>('run')
  @Mutation(() => RunPayload, {
    description:
      'Ends a run at once and for good. What is in flight is dropped and not charged; finished work stays, and the unused hold is released.',
  })
  async cancelRun(
    @Arg('input', () => RunInput, { description: 'Which run.' }) { runId }: RunInput,
    @Ctx() context: Context,
  ): Promise<RunPayload> {
    await context.documents.of(AutomationRun).require(runId);
    return { run: await cancelRun(context.engine, runId, nameOf(context.caller)) };
  }
}

/** How the caller is named in a run's history. */
function nameOf(caller: Caller): string {
  if (caller.kind === 'person') return caller.user.name;
  return caller.kind === 'program' ? `the API key "${caller.apiKey.name}"` : 'nobody';
}
