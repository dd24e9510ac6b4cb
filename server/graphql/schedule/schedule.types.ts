import { IsOptional, IsTimeZone, Matches, Max, Min } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import {
  AutomationSchedule,
  type Frequency,
  frequencyType,
  type Weekday,
  weekdayType,
} from '../../../schema/automation-schedule.ts';
import { Occurrence } from '../../../schema/occurrence.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';

export const OccurrenceConnection = connectionOf(Occurrence, 'Occurrence');

@InputType({ description: "What shall change of a site's schedule; what is absent stays." })
export class UpdateScheduleInput {
  @Field(() => ObjectIdScalar, { description: 'Of which site.' })
  siteId!: ObjectId;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Switches it on or off. Switched on, it also forgets why it had paused itself.',
  })
  enabled?: boolean;

  @Field(() => frequencyType, { nullable: true, description: 'How often.' })
  frequency?: Frequency;

  @Field(() => weekdayType, { nullable: true, description: 'On which day, where it is weekly.' })
  weekday?: Weekday;

  @Field(() => Int, {
    nullable: true,
    description: 'On which day, where it is monthly: 1 to 31; the last day of months that are shorter.',
  })
  @IsOptional()
  @Min(1)
  @Max(31)
  day?: number;

  @Field(() => String, { nullable: true, description: 'At which time of the wall clock, such as 02:00.' })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time from 00:00 to 23:59' })
  time?: string;

  @Field(() => String, {
    nullable: true,
    description: "IANA name of its zone, such as Europe/Berlin; null follows the site's.",
  })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For so many hours a run that could not start at its time is still started: 0 to 168.',
  })
  @IsOptional()
  @Min(0)
  @Max(168)
  catchUpHours?: number;
}

@ObjectType({ description: 'What came of it.' })
export class SchedulePayload {
  @Field(() => AutomationSchedule, { description: 'The schedule as it is now.' })
  schedule!: AutomationSchedule;
}

@ArgsType()
export class NextOccurrencesArgs {
  @Field(() => ObjectIdScalar, { description: 'Of which site.' })
  siteId!: ObjectId;

  @Field(() => Int, { defaultValue: 5, description: 'So many, 1 to 100.' })
  @Min(1)
  @Max(100)
  n!: number;
}
