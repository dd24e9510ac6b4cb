import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { Activity } from '../../../schema/activity.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { Credits } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import { runPercent, runTimeLeft } from '../../engine/progress/outlook.ts';
import { waitOf } from '../../engine/progress/waiting-for.ts';
import { isOfChosen } from '../../engine/waiting.ts';
import type { Context } from '../context.ts';
import { RunStageView, RunWait } from './progress.types.ts';
import { recentActivity, seenRun } from './seen-run.ts';
import { stageViews } from './stage-view.ts';
import { TimeEstimate, timeEstimateOf } from './time-estimate.types.ts';

/** What is computed of a run when it is asked for. */
@Resolver(() => AutomationRun)
export class RunProgressResolver {
  // Not called `site`, as the property is: type-graphql would take it for what answers `siteId`, too.
  @FieldResolver(() => Site, { name: 'site', description: 'The site it is over.' })
  async siteOf(@Root() { site }: AutomationRun, @Ctx() { documents }: Context): Promise<Site> {
    return (await documents.of(Site).load(site)) ?? documents.of(Site).require(site);
  }

  @FieldResolver(() => Boolean, {
    description: 'True if it is only over chosen items, by ids or a filter, and not over everything waiting.',
  })
  isOfChosen(@Root() run: AutomationRun): boolean {
    return isOfChosen(run);
  }

  @FieldResolver(() => [RunStageView], { description: 'Its stages in their order.' })
  async stages(@Root() run: AutomationRun, @Ctx() context: Context): Promise<RunStageView[]> {
    return stageViews(await seenRun(context, run));
  }

  @FieldResolver(() => Float, {
    description:
      'How much of it is done, as a percentage of its estimated time. 100 only when it has completed.',
  })
  async percent(@Root() run: AutomationRun, @Ctx() context: Context): Promise<number> {
    return runPercent(await seenRun(context, run));
  }

  @FieldResolver(() => TimeEstimate, {
    nullable: true,
    description: 'Time it will still take, not counting pauses; null when it has ended.',
  })
  async timeLeft(@Root() run: AutomationRun, @Ctx() context: Context): Promise<TimeEstimate | null> {
    const left = runTimeLeft(await seenRun(context, run));
    return left && timeEstimateOf(left);
  }

  @FieldResolver(() => Int, { description: 'Seconds since it started, or that it took, including pauses.' })
  elapsedSeconds(@Root() { startedAt, endedAt }: AutomationRun, @Ctx() { engine }: Context): number {
    return Math.max(0, Math.round(((endedAt ?? engine.now()).getTime() - startedAt.getTime()) / 1000));
  }

  @FieldResolver(() => Credits, { description: 'What it was expected to use when it started.' })
  estimatedCredits(@Root() { estimate }: AutomationRun): number {
    return estimate.credits;
  }

  @FieldResolver(() => RunWait, {
    nullable: true,
    description: 'What it is waiting for; null while it is at work, and when it has ended.',
  })
  async waitingFor(@Root() run: AutomationRun, @Ctx() context: Context): Promise<RunWait | null> {
    const { batch, now } = await seenRun(context, run);
    const wait = waitOf(run, batch, now);
    if (!wait) return null;
    const { until } = wait;
    return { ...wait, retryInSeconds: until && Math.ceil((until.getTime() - now.getTime()) / 1000) };
  }

  @FieldResolver(() => [Activity], { description: 'The last 50 rows of its history, in order.' })
  recentActivity(@Root() run: AutomationRun, @Ctx() { documents }: Context): Promise<Activity[]> {
    return recentActivity(documents, run);
  }
}
