import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import type { AnsweredBy } from './answered-by.ts';
import { Credits, Field, GraphQLISODateTime, Int, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import type { Lease } from './lease.ts';
import type { PriceTable } from './prices.ts';
import { type LastStep, Pause, RunError } from './run-stop.ts';

export enum RunStatus {
  Running = 'running',
  Paused = 'paused',
  Completed = 'completed',
  Failed = 'failed',
  Cancelled = 'cancelled',
}

export const runStatusType = enumType(RunStatus, 'RunStatus', 'The status of a run.', {
  Running: 'A worker is working on it, or will be as soon as one is free.',
  Paused: 'It keeps its site and its credits, and continues when it is resumed.',
  Completed: 'It went through all its stages.',
  Failed: 'It stopped at an error that another try would not fix; it can be resumed.',
  Cancelled: 'It was ended for good; everything it finished stays.',
});

export enum RunTrigger {
  Manual = 'manual',
  Scheduled = 'scheduled',
}

export const runTriggerType = enumType(RunTrigger, 'RunTrigger', 'What started a run.', {
  Manual: 'A person or a program.',
  Scheduled: "The site's schedule.",
});

export enum StageStatus {
  Waiting = 'waiting',
  Running = 'running',
  Completed = 'completed',
  Skipped = 'skipped',
  Failed = 'failed',
}

export const stageStatusType = enumType(StageStatus, 'StageStatus', 'The status of a stage of a run.', {
  Waiting: 'Its turn has not come.',
  Running: 'It is at work, or was when the run stopped.',
  Completed: 'It has gone through what waited for it.',
  Skipped: 'Nothing waited for it.',
  Failed: 'The run failed in it.',
});

/** One stage of a run, under its key. Credits are milli-credits. */
export interface RunStage {
  /** Its place among all stages as they stood when the run started, from 1: a run of stages 4 to 6 begins with 4. */
  number: number;
  title: string;
  kind: 'ai' | 'local' | 'gate';
  /** What the stage declares of the time that an item takes, in milliseconds; absent: nothing. */
  usualMs?: number;
  status: StageStatus;
  settings: Record<string, unknown>;
  /** Items that waited when it began, plus those retried since. */
  total: number;
  processed: number;
  failed: number;
  /** Failed items in a row. */
  failedInARow: number;
  /** Why the last of them failed; null where none has. */
  lastFailure: string | null;
  batches: number;
  /** The plan's counters, summed over its batches. */
  counters: Record<string, number>;
  /** The plan's lists of ids, at most 1,000 each. */
  ids: Record<string, string[]>;
  creditsUsed: number;
  /** The greatest item id that waited when it began: younger items belong to the next run. */
  upTo: ObjectId | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Milliseconds between, in which the run was paused or had failed; absent: none. */
  restedMs?: number;
}

/** Failed items that are to be tried again from this stage on; `items` null means all that failed there. */
export interface FollowUp {
  stage: string;
  items: ObjectId[] | null;
}

/** Milli-credits expected, in all and by stage, as estimated when the run started. */
export interface RunEstimate {
  credits: number;
  stages: Record<string, { items: number; credits: number }>;
}

/**
 * A run of the pipeline over a site: lease, fence, hold, counters and sequence in one document. Every effect of
 * the run is one transaction that also writes this document. Credits are milli-credits.
 */
@ObjectType('Run', { description: 'A run of the pipeline over a site.' })
@Entity({ collection: 'runs' })
export class AutomationRun {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  /** The request that started it, unique: carried out anew, it finds this run instead of starting another. */
  @Property({ type: 'ObjectId', nullable: true })
  request: ObjectId | null = null;

  /** `run_YYYYMMDD_HHMMSS_manual|scheduled` (UTC), unique in its site. */
  @Field(() => String, {
    description: 'Its name: run_YYYYMMDD_HHMMSS_manual or _scheduled (UTC), unique in its site.',
  })
  @Property({ type: 'string' })
  runId!: string;

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => ObjectIdScalar, { name: 'siteId', description: 'The site it is over.' })
  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  @Field(() => runTriggerType, { description: 'What started it.' })
  @Enum({ items: () => RunTrigger, type: 'string' })
  trigger!: RunTrigger;

  @Field(() => runStatusType, { description: 'How it stands.' })
  @Enum({ items: () => RunStatus, type: 'string' })
  status: RunStatus = RunStatus.Running;

  /** True while it holds its site: running or paused. At most one of a site, by a unique index. */
  @Field(() => Boolean, { description: 'True while it holds its site: running or paused.' })
  @Property({ type: 'boolean' })
  active = true;

  /** Keys of its stages in order, as they stood when it started. */
  @Property({ type: 'array' })
  sequence!: string[];

  /** Key of the stage at work, or the last one. */
  @Field(() => String, { name: 'currentStage', description: 'Key of the stage at work, or the last one.' })
  @Property({ type: 'string' })
  current!: string;

  @Property({ type: 'json' })
  stages!: Record<string, RunStage>;

  /** Restricts its one stage to these items; null for all that wait. */
  @Field(() => [ObjectIdScalar], {
    name: 'itemIds',
    nullable: true,
    description: 'The items that it is over, if they were chosen by ids; else null.',
  })
  @Property({ type: 'array', nullable: true })
  items: ObjectId[] | null = null;

  /** Restricts its one stage to what this filter of the database finds, as extended JSON; null: no such was given. */
  @Property({ type: 'text', nullable: true })
  matching: string | null = null;

  /** Whom samples must not stand in for. Absent: an older run, of which that is not known. */
  @Property({ type: 'json', nullable: true })
  answeredBy?: AnsweredBy;

  @Property({ type: 'json' })
  prices!: PriceTable;

  @Property({ type: 'json' })
  estimate!: RunEstimate;

  /** More failed items of a stage than this fail the run; null: 5 % of the stage's items, at least 3. */
  @Property({ type: 'integer', nullable: true })
  maxFailedItems: number | null = null;

  /** Set aside on the account for this run; 0 before the hold is taken and after it is released. */
  @Field(() => Credits, { description: 'Credits set aside for it.' })
  @Property({ type: 'integer' })
  hold = 0;

  /** What of the hold may still be spent. */
  @Field(() => Credits, { description: 'The part of the hold that may still be spent.' })
  @Property({ type: 'integer' })
  creditsLeft = 0;

  @Field(() => Credits, { description: 'What it has used so far.' })
  @Property({ type: 'integer' })
  creditsUsed = 0;

  /** What of `creditsUsed` has been taken out of the account. */
  @Property({ type: 'integer' })
  creditsSettled = 0;

  /** How often it was started or resumed after a failure: part of its settlements' keys. */
  @Property({ type: 'integer' })
  round = 1;

  /** The number of its last activity row. */
  @Field(() => Int, { description: 'The number of its last activity row.' })
  @Property({ type: 'integer' })
  seq = 0;

  /** True once its log says that its files cannot be written: on whatever machine, that is said once. */
  @Property({ type: 'boolean' })
  hasLogWarning = false;

  @Property({ type: 'json' })
  lease!: Lease;

  @Property({ type: 'json', nullable: true })
  lastStep: LastStep | null = null;

  @Field(() => Pause, { nullable: true, description: 'Why it is paused; null if it is not.' })
  @Property({ type: 'json', nullable: true })
  pause: Pause | null = null;

  @Field(() => RunError, { nullable: true, description: 'Why it failed; null if it has not.' })
  @Property({ type: 'json', nullable: true })
  error: RunError | null = null;

  /** Retries that a run of their own takes up when this one has ended. */
  @Property({ type: 'json' })
  followUps: FollowUp[] = [];

  @Field(() => GraphQLISODateTime, { description: 'When it started.' })
  @Property({ type: 'Date' })
  startedAt: Date = new Date();

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it completed, failed or was cancelled; null before.',
  })
  @Property({ type: 'Date', nullable: true })
  endedAt: Date | null = null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When its history and log files were removed because of their age; null while they are kept.',
  })
  @Property({ type: 'Date', nullable: true })
  trimmedAt: Date | null = null;

  /** When the replies in its journal were dropped for their age; null while they are there. */
  @Property({ type: 'Date', nullable: true })
  repliesDroppedAt: Date | null = null;
}
