import type { ObjectId } from 'mongodb';
import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { type RunStage, stageStatusType } from '../../../schema/automation-run.ts';
import { enumType } from '../../../schema/enum-type.ts';
import { Credits, ObjectIdScalar } from '../../../schema/scalars.ts';
import { stageKindType } from '../../../schema/stage-kind.ts';
import type { WaitReason } from '../../engine/progress/waiting-for.ts';
import { TimeEstimate } from './time-estimate.types.ts';

const phaseType = enumType(
  { Prep: 'PREP', AiCall: 'AI_CALL', Parse: 'PARSE' },
  'Phase',
  'The phases of a batch that is being worked on, in this order. Saving ends it.',
  {
    Prep: 'The prompt is put together.',
    AiCall: 'The AI is called.',
    Parse: 'Its answer is read.',
  },
);

const waitReasonType = enumType(
  {
    Person: 'person',
    Credits: 'credits',
    RateLimit: 'rateLimit',
    Retry: 'retry',
    Worker: 'worker',
    OtherWorker: 'otherWorker',
  } satisfies Record<string, WaitReason>,
  'WaitReason',
  'What a run waits for.',
  {
    Person: 'A person, to resume it.',
    Credits: 'Credits: it resumes once enough are available.',
    RateLimit: 'The end of an AI rate limit.',
    Retry: 'Another try after a failure.',
    Worker: 'A free worker.',
    OtherWorker: 'The worker that takes over from a lost one.',
  },
);

@ObjectType({ description: 'A batch that a stage is working on.' })
export class RunBatch {
  @Field(() => Int, { description: 'Its number in the stage, from 1.' })
  index!: number;

  @Field(() => Int, { description: 'Batches that the stage is expected to need.' })
  count!: number;

  @Field(() => Int, { description: "The place of its first item among the stage's, from 1." })
  first!: number;

  @Field(() => Int, { description: "The place of its last item among the stage's." })
  last!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Its first item, by its name or title; null if the batch began too far back.',
  })
  label!: string | null;

  @Field(() => phaseType, { description: 'The phase that it is in.' })
  phase!: string;

  @Field(() => String, { description: 'What it is doing, in a few words.' })
  message!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'How far it has got, 0 to 100, if the stage itself says; else null.',
  })
  percent!: number | null;

  @Field(() => Int, { nullable: true, description: 'Seconds since it began, if known.' })
  elapsedSeconds!: number | null;
}

@ObjectType({ description: 'A figure of a stage, named as in its log: keywordsProcessed, clustersCreated.' })
export class Counter {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'Its value, over all batches.' })
  value!: number;
}

@ObjectType({ description: 'Things that a stage lists, such as contentIds.' })
export class IdList {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [ObjectIdScalar], { description: 'Their ids, at most the first 1,000.' })
  value!: ObjectId[] | string[];
}

@ObjectType('RunStage', { description: 'A stage of a run, and its progress.' })
export class RunStageView {
  @Field(() => String, { description: 'Its key, by which it is named everywhere.' })
  key!: string;

  @Field(() => Int, { description: 'Its place among all stages, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Such as Keywords → Clusters.' })
  title!: string;

  @Field(() => stageKindType, { description: 'What processes it.' })
  kind!: RunStage['kind'];

  @Field(() => stageStatusType, { description: 'How it stands.' })
  status!: RunStage['status'];

  @Field(() => Int, { description: 'Items that were waiting when it began, plus those put back since.' })
  total!: number;

  @Field(() => Int, { description: 'Items done.' })
  processed!: number;

  @Field(() => Int, { description: 'Failed items.' })
  failed!: number;

  @Field(() => Int, { description: 'Items still to do.' })
  remaining!: number;

  @Field(() => Int, { description: 'Batches saved so far.' })
  batches!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How many of its items are done, as a percentage; null for a gate, and before it has begun.',
  })
  percent!: number | null;

  @Field(() => RunBatch, { nullable: true, description: 'The batch that it is working on.' })
  batch!: RunBatch | null;

  @Field(() => Credits, { description: 'What it has used.' })
  creditsUsed!: number;

  @Field(() => Credits, { description: 'What it was expected to use when the run started.' })
  estimatedCredits!: number;

  @Field(() => Credits, {
    description:
      'What it is expected to use, by the items that have come to it or to the stages before it; what it has used, when it is done.',
  })
  expectedCredits!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds worked on it, not counting pauses; null before it began.',
  })
  elapsedSeconds!: number | null;

  @Field(() => TimeEstimate, {
    nullable: true,
    description: 'Time it will still take, not counting pauses; null for a gate, and when the run has ended.',
  })
  timeLeft!: TimeEstimate | null;

  @Field(() => [Counter], { description: 'Its results, in figures.' })
  counters!: Counter[];

  @Field(() => [IdList], { description: 'Its results, in lists.' })
  ids!: IdList[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it began; null before.' })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was completed; null before.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'What a run waits for.' })
export class RunWait {
  @Field(() => waitReasonType, { description: 'What for.' })
  reason!: WaitReason;

  @Field(() => String, { description: 'The same in one sentence.' })
  message!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it is tried again; null if not known.',
  })
  until!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Seconds until it is tried again, if known.' })
  retryInSeconds!: number | null;

  @Field(() => Credits, { nullable: true, description: 'Credits that must be available first.' })
  needed!: number | null;

  @Field(() => String, { nullable: true, description: 'Who paused it.' })
  by!: string | null;
}
