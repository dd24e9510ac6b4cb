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

@InputType({ description: "Changes to a site's schedule; fields left out stay as they are." })
export class UpdateScheduleInput {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  siteId!: ObjectId;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Switches it on or off. Switching it on also clears the reason why it paused itself.',
  })
  enabled?: boolean;

  @Field(() => frequencyType, { nullable: true, description: 'How often.' })
  frequency?: Frequency;

  @Field(() => weekdayType, { nullable: true, description: 'Day of the week if it is weekly.' })
  weekday?: Weekday;

  @Field(() => Int, {
    nullable: true,
    description: 'Day of the month if it is monthly, 1 to 31; in shorter months, the last day.',
  })
  @IsOptional()
  @Min(1)
  @Max(31)
  day?: number;

  @Field(() => String, { nullable: true, description: 'Time of day, such as 02:00.' })
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
    description: 'Hours for which a run that could not start on time is still started: 0 to 168.',
  })
  @IsOptional()
  @Min(0)
  @Max(168)
  catchUpHours?: number;
}

@ObjectType({ description: 'The outcome.' })
export class SchedulePayload {
  @Field(() => AutomationSchedule, { description: 'The schedule as it is now.' })
  schedule!: AutomationSchedule;
}

@ArgsType()
export class NextOccurrencesArgs {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  siteId!: ObjectId;

  @Field(() => Int, { defaultValue: 5, description: 'How many, 1 to 100.' })
  @Min(1)
  @Max(100)
  n!: number;
}
