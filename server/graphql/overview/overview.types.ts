import { IsTimeZone, Max, Min } from 'class-validator';
import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { AutomationSchedule } from '../../../schema/automation-schedule.ts';
import { Credits } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';

@ObjectType({ description: 'Drafts of a site that wait for a person.' })
export class SiteReview {
  @Field(() => Site, { description: 'The site.' })
  site!: Site;

  @Field(() => Int, { description: 'How many of its drafts are in review.' })
  drafts!: number;
}

@ObjectType({ description: 'The schedule of a site.' })
export class SiteSchedule {
  @Field(() => Site, { description: 'The site.' })
  site!: Site;

  @Field(() => AutomationSchedule, { description: 'When its runs start by themselves.' })
  schedule!: AutomationSchedule;
}

@ObjectType({ description: "What is happening on all of an account's sites." })
export class Overview {
  @Field(() => [AutomationRun], {
    description: 'Runs that are running or paused, the latest first; 100 at most.',
  })
  active!: AutomationRun[];

  @Field(() => [AutomationRun], {
    description: 'Runs of the last 7 days that failed and were not resumed, the latest first; 20 at most.',
  })
  failed!: AutomationRun[];

  @Field(() => [SiteReview], { description: 'Sites with drafts waiting for a person, by name.' })
  reviews!: SiteReview[];

  @Field(() => [SiteSchedule], {
    description: 'Schedules that start runs, the next first, and those that have paused themselves.',
  })
  schedules!: SiteSchedule[];
}

@ArgsType()
export class CreditDaysArgs {
  @Field(() => Int, { defaultValue: 30, description: 'This many days up to today, 1 to 366.' })
  @Min(1)
  @Max(366)
  days!: number;

  @Field(() => String, { defaultValue: 'UTC', description: 'IANA name of the zone in which days begin.' })
  @IsTimeZone()
  timeZone!: string;
}

@ObjectType({ description: 'What the batches of one day cost.' })
export class CreditDay {
  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  day!: string;

  @Field(() => Credits, { description: 'What they cost.' })
  used!: number;
}
