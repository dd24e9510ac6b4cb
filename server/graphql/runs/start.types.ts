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

@InputType({ description: 'From which stage to which; both are gone through.' })
export class StageRangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the first stage; the first of all where not given.',
  })
  @IsOptional()
  @MaxLength(100)
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the last stage; the last of all where not given.',
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

@InputType({ description: 'A run to be started.' })
export class StartRunInput {
  @Field(() => ObjectIdScalar, { description: 'Over which site.' })
  siteId!: ObjectId;

  @Field(() => StageRangeInput, { nullable: true, description: 'Through which stages; all where not given.' })
  @IsOptional()
  @ValidateNested()
  stages?: StageRangeInput;

  @Field(() => String, {
    description: 'A key of your own making, new for each run: the same again starts no other.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'A run of one stage over chosen items.' })
export class RunStageInput extends StageItemsInput {
  @Field(() => ObjectIdScalar, { description: 'The site of the items.' })
  siteId!: ObjectId;

  @Field(() => String, {
    description: 'A key of your own making, new for each run: the same again starts no other.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'Failed items to be tried again.' })
export class RetryFailedInput {
  @Field(() => ObjectIdScalar, { description: 'The site of the items.' })
  siteId!: ObjectId;

  @Field(() => String, { description: 'Key of the stage that gave them up.' })
  @MaxLength(100)
  stage!: string;

  @Field(() => [ObjectIdScalar], {
    nullable: true,
    description: 'Only these, 1 to 1,000; all that failed there where not given.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(maxIds)
  ids?: ObjectId[];

  @Field(() => String, {
    description: 'A key of your own making, new for each try: the same again is answered as the first time.',
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
  'What becomes of failed items that are tried again.',
  {
    Started: 'A run was started for them.',
    Joined: 'The active run will come to them.',
    Follows: 'A run will follow the active one.',
  },
);

@ObjectType({ description: 'What becomes of them.' })
export class RetryPayload {
  @Field(() => outcomeType, { description: 'Whether a run was started, or which one they wait for.' })
  outcome!: RetryResult['outcome'];

  @Field(() => AutomationRun, { description: 'The run that was started, or the active one.' })
  run!: AutomationRun;
}
