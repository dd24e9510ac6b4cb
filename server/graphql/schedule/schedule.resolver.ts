import type { ObjectId } from 'mongodb';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  GraphQLISODateTime,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { Occurrence } from '../../../schema/occurrence.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { changeSchedule, type ScheduleChange, scheduleOf } from '../../schedule/change-schedule.ts';
import { upcoming } from '../../schedule/timing.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import {
  NextOccurrencesArgs,
  OccurrenceConnection,
  SchedulePayload,
  UpdateScheduleInput,
} from './schedule.types.ts';

@Resolver(() => Occurrence)
export class ScheduleResolver {
  @Authorized<Right>('read')
  @Query(() => [GraphQLISODateTime], {
    description: "The next times at which a site's schedule starts a run; none while it is not enabled.",
  })
  async nextOccurrences(
    @Args(() => NextOccurrencesArgs) { siteId, n }: NextOccurrencesArgs,
    @Ctx() { documents, engine }: Context,
  ): Promise<Date[]> {
    const site = await documents.of(Site).require(siteId);
    return upcoming(await scheduleOf(engine, siteId), site, n);
  }

  @Authorized<Right>('read')
  @Query(() => OccurrenceConnection, {
    description: "The times at which a site's schedule was to start a run, the latest first.",
  })
  async occurrences(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<Occurrence>> {
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(Occurrence), { site: siteId }, { field: 'dueAt', direction: -1 }, page),
    );
  }

  @Authorized<Right>('run')
  @Mutation(() => SchedulePayload, {
    description:
      "Changes when a site's runs start by themselves. If this moves its times, a run that is waiting for another to end is dropped.",
  })
  async updateSchedule(
    @Arg('input', () => UpdateScheduleInput, { description: 'The changes.' })
    { siteId, ...fields }: UpdateScheduleInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<SchedulePayload> {
    const site = await documents.of(Site).require(siteId);
    return { schedule: await changeSchedule(engine, site, given(fields)) };
  }

  @FieldResolver(() => AutomationRun, {
    nullable: true,
    description: 'The run that it started; null if it did not.',
  })
  async run(@Root() { run }: Occurrence, @Ctx() { documents }: Context): Promise<AutomationRun | null> {
    return run && documents.of(AutomationRun).load(run);
  }
}

/** What the caller said: null means something for the time zone alone. */
function given({ timeZone, ...others }: Omit<UpdateScheduleInput, 'siteId'>): ScheduleChange {
  const said = Object.entries(others).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(said), ...(timeZone !== undefined && { timeZone }) };
}
