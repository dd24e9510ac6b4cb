import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Activity } from '../../../schema/activity.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import type { Right } from '../../auth/rights.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { activityPage } from './activity-page.ts';
import { ActivityConnection, LineArgs, RunLogFile } from './history.types.ts';
import { runLogFiles } from './run-log-files.ts';

/** What happened in a run: its rows, and the log files that are made from them. */
@Resolver(() => RunLogFile)
export class HistoryResolver {
  @Authorized<Right>('read')
  @Query(() => ActivityConnection, {
    description: "A run's history in order. Its cursors are the rows' own numbers (seq).",
  })
  async activity(
    @Arg('runId', () => ObjectIdScalar, { description: 'Which run.' }) runId: ObjectId,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<Activity>> {
    const { _id } = await documents.of(AutomationRun).require(runId);
    return activityPage(documents, _id, page);
  }

  @Authorized<Right>('read')
  @Query(() => [RunLogFile], {
    description: "A run's log files: that of the run, and one for each stage. The same on every machine.",
  })
  async runLogs(
    @Arg('runId', () => ObjectIdScalar, { description: 'Which run.' }) runId: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<RunLogFile[]> {
    const run = await documents.of(AutomationRun).require(runId);
    const files = await runLogFiles(documents, run);
    return files.map(({ name, stageNumber, text }) => {
      const allLines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
      const path = `/runs/${runId.toHexString()}/logs/${name}`;
      return { name, stageNumber, path, allLines, totalLines: allLines.length };
    });
  }

  @FieldResolver(() => [String], { description: 'Some of its lines, in order.' })
  lines(@Root() { allLines }: RunLogFile, @Args(() => LineArgs) { first, offset }: LineArgs): string[] {
    return allLines.slice(offset, offset + first);
  }
}
