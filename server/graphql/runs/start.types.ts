import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { enumType } from '../../../schema/enum-type.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import type { Choice } from '../../engine/plan.ts';
import type { RetryResult } from '../../engine/retry-failed.ts';
import { maxIds } from '../item.types.ts';
import { StageItemsInput } from './stage-items.ts';

@InputType({ description: 'The first and the last stage; both are included.' })
export class StageRangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the first stage; the first of all if not given.',
  })
  @IsOptional()
  @MaxLength(100)
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the last stage; the last of all if not given.',
  })
  @IsOptional()
  @MaxLength(100)
  to?: string;
}

/** Of an input's nulls nothing is said. */
export function choiceOf(range: StageRangeInput | null | undefined): Pick<Choice, 'from' | 'to'> {
  const { from, to } = range ?? {};
  return { ...(from != null && { from }), ...(to != null && { to }) };
}

@InputType({ description: 'A run to start.' })
export class StartRunInput {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  siteId!: ObjectId;

  @Field(() => StageRangeInput, { nullable: true, description: 'Which stages; all if not given.' })
  @IsOptional()
  @ValidateNested()
  stages?: StageRangeInput;

  @Field(() => String, {
    description: 'A key that you choose, new for each run: the same key again starts no other run.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'A run of one stage over chosen items.' })
export class RunStageInput extends StageItemsInput {
  @Field(() => ObjectIdScalar, { description: 'The site of the items.' })
  siteId!: ObjectId;

  @Field(() => String, {
    description: 'A key that you choose, new for each run: the same key again starts no other run.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'Failed items to retry.' })
export class RetryFailedInput {
  @Field(() => ObjectIdScalar, { description: 'The site of the items.' })
  siteId!: ObjectId;

  @Field(() => String, { description: 'Key of the stage in which they failed.' })
  @MaxLength(100)
  stage!: string;

  @Field(() => [ObjectIdScalar], {
    nullable: true,
    description: 'Only these, 1 to 1,000; if not given, all that failed there.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(maxIds)
  ids?: ObjectId[];

  @Field(() => String, {
    description:
      'A key that you choose, new for each try: the same key again gets the same answer as the first time.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

const outcomeType = enumType(
  { Started: 'started', Joined: 'joined', Follows: 'follows' } satisfies Record<
    string,
    RetryResult['outcome']
  >,
  'RetryOutcome',
  'What happens to failed items that are retried.',
  {
    Started: 'A run was started for them.',
    Joined: 'The active run will get to them.',
    Follows: 'A run will follow the active one.',
  },
);

@ObjectType({ description: 'What happens to them.' })
export class RetryPayload {
  @Field(() => outcomeType, { description: 'Whether a run was started, or which one they wait for.' })
  outcome!: RetryResult['outcome'];

  @Field(() => AutomationRun, { description: 'The run that was started, or the active one.' })
  run!: AutomationRun;
}
