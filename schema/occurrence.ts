import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum Outcome {
  /** A run was started at its time. */
  Started = 'started',
  /** A run was started later than that or, where there is no run, waits to be. */
  Delayed = 'delayed',
  /** It could not start for too long. */
  Missed = 'missed',
  /** The run was refused, as it would have been to a person. */
  Refused = 'refused',
}

const outcomeType = enumType(
  Outcome,
  'Outcome',
  'The outcome of a time at which a schedule was to start a run.',
  {
    Started: 'A run was started on time.',
    Delayed: 'A run was started late or, if there is no run, is waiting to start.',
    Missed: 'It could not start for too long.',
    Refused: 'The run was refused, as it would have been for a person.',
  },
);

/** A time at which a schedule was to start a run, and what became of it: one of a site and time. */
@ObjectType('Occurrence', {
  description: 'A time at which a schedule was to start a run, and its outcome.',
})
@Entity({ collection: 'occurrences' })
export class Occurrence {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => ObjectIdScalar, { name: 'siteId', description: 'The site of the schedule.' })
  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  /** Unique in its site. */
  @Field(() => GraphQLISODateTime, { description: 'When a run was to start.' })
  @Property({ type: 'Date' })
  dueAt!: Date;

  @Field(() => outcomeType, { description: 'The outcome.' })
  @Enum({ items: () => Outcome, type: 'string' })
  outcome!: Outcome;

  /** The run that it has started. */
  @Property({ type: 'ObjectId', nullable: true })
  run: ObjectId | null = null;

  /** Of a refusal: its code in the error catalogue. */
  @Field(() => String, {
    nullable: true,
    description: 'If it was refused, the code in the error catalogue, such as INSUFFICIENT_CREDITS.',
  })
  @Property({ type: 'string', nullable: true })
  code: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was delayed, missed or refused, in one sentence; null if it started on time.',
  })
  @Property({ type: 'string', nullable: true })
  reason: string | null = null;

  /** True while something is still to come of it: it waits, or the end of its run has not been taken note of. */
  @Property({ type: 'boolean' })
  isOpen = false;
}
