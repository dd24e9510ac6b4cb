// Before type-graphql's decorators: documents have it from MikroORM's.
import 'reflect-metadata';
import { Field, GraphQLISODateTime, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum Frequency {
  Daily = 'daily',
  Weekly = 'weekly',
  Monthly = 'monthly',
}

export const frequencyType = enumType(Frequency, 'Frequency', 'How often a schedule starts a run.', {
  Daily: 'Every day.',
  Weekly: 'On one day of the week.',
  Monthly: 'On one day of the month.',
});

export enum Weekday {
  Monday = 'monday',
  Tuesday = 'tuesday',
  Wednesday = 'wednesday',
  Thursday = 'thursday',
  Friday = 'friday',
  Saturday = 'saturday',
  Sunday = 'sunday',
}

export const weekdayType = enumType(Weekday, 'Weekday', 'A day of the week.', {
  Monday: 'Monday.',
  Tuesday: 'Tuesday.',
  Wednesday: 'Wednesday.',
  Thursday: 'Thursday.',
  Friday: 'Friday.',
  Saturday: 'Saturday.',
  Sunday: 'Sunday.',
});

/** When a site's runs start by themselves. */
@ObjectType('AutomationSchedule', { description: "When a site's runs start by themselves." })
export class AutomationSchedule {
  @Field(() => Boolean, { description: 'Whether it starts runs.' })
  enabled = false;

  @Field(() => frequencyType, { description: 'How often.' })
  frequency: Frequency = Frequency.Daily;

  @Field(() => weekdayType, { description: 'Day of the week if it is weekly.' })
  weekday: Weekday = Weekday.Monday;

  @Field(() => Int, {
    description: 'Day of the month if it is monthly, 1 to 31; in shorter months, the last day.',
  })
  day = 1;

  /** `HH:MM`, by the wall clock of its zone. */
  @Field(() => String, { description: 'Time of day in its zone, such as 02:00.' })
  time = '02:00';

  /** IANA name; null: the site's, also when that is changed. */
  @Field(() => String, {
    nullable: true,
    description: "IANA name of the zone of its time, such as Europe/Berlin; null: the site's.",
  })
  timeZone: string | null = null;

  @Field(() => Int, {
    description:
      'Hours for which a run that could not start on time is still started; after that it counts as missed.',
  })
  catchUpHours = 6;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it last started a run; null if it never has.',
  })
  lastRunAt: Date | null = null;

  /** The first occurrence that nothing has become of yet; null while it is not enabled. */
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it starts the next run. In the past while that one waits for another run to end; null while it is not enabled.',
  })
  nextRunAt: Date | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it has switched itself off; null if it has not.',
  })
  pausedReason: string | null = null;

  /** Failures before that do not count. */
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last switched on; null if it never has been.',
  })
  since: Date | null = null;

  /** When it was last found to wait. Written so that a change of the schedule at that moment comes before or after. */
  delayedAt: Date | null = null;
}
