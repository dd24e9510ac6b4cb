import { Credits, Field, GraphQLISODateTime, ObjectType } from './api.ts';

type PauseReason = 'person' | 'credits';

/** Why and since when a run is paused. */
@ObjectType({ description: 'Why and since when a run is paused.' })
export class Pause {
  @Field(() => String, {
    description: 'person or credits. One for credits ends by itself once there are enough.',
  })
  reason!: PauseReason;

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string;

  /** Name of the person or program that paused it; null where nobody did. */
  @Field(() => String, { nullable: true, description: 'Who paused it; null if a lack of credits did.' })
  by!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  at!: Date;

  /** Milli-credits that must be available before it resumes by itself; 0 unless the reason is `credits`. */
  @Field(() => Credits, { description: 'Credits that must be available before it resumes by itself.' })
  needed!: number;

  /** When people were told that it has been paused for a day; absent: they have not been. */
  toldAt?: Date;
}

/** When a run last moved on: it was started or resumed, or a stage or batch of it began, ended or was paid for. */
export interface LastStep {
  at: Date;
  /** When people were told that it has not moved on for long; absent: they have not been. */
  toldAt?: Date;
}

/** Why a run failed: a code of the error catalogue, and its sentence. */
@ObjectType({ description: 'Why a run failed.' })
export class RunError {
  @Field(() => String, { description: 'A code of the error catalogue.' })
  code!: string;

  @Field(() => String, { description: 'What happened and what to do, in one sentence.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Key of the stage that failed.' })
  stage!: string | null;
}
