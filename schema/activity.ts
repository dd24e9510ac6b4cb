import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum ActivityLevel {
  Info = 'info',
  Success = 'success',
  Warning = 'warning',
  Error = 'error',
}

const levelType = enumType(ActivityLevel, 'ActivityLevel', 'How important a line is.', {
  Info: 'What is happening.',
  Success: 'Something is done.',
  Warning: 'Something went wrong, but the run goes on.',
  Error: 'What stopped the run.',
});

/** How a stage is named in the log. `number` is its place among all stages, from 1. */
export interface StageName {
  number: number;
  title: string;
  kind: 'ai' | 'local' | 'gate';
}

/** What a batch is called: batch `index` of `count`, its items being `first`…`last` of the stage's `total`. */
export interface BatchName {
  index: number;
  count: number;
  first: number;
  last: number;
  total: number;
}

/**
 * What happened, as data: every text a person reads (the live log, the files) is made from it.
 * Credits are milli-credits, durations milliseconds.
 */
export type ActivityEvent =
  | { type: 'run.started'; runId: string; trigger: string; account: string; site: string }
  | { type: 'run.creditCheck'; available: number; estimate: number }
  | { type: 'run.paused'; reason: string; message: string }
  | {
      type: 'run.resumed';
      message: string;
      /** Numbers of the stages that are behind it: it does not go through them again. */
      completed: number[];
    }
  | { type: 'run.cancelled'; message: string }
  | { type: 'run.failed'; code: string; message: string }
  | {
      type: 'run.completed';
      /** Drafts at the review gate; null where the run ended before it. */
      ready: number | null;
      contentIds: string[];
      creditsUsed: number;
      elapsedMs: number;
    }
  | { type: 'run.holdExtended'; amount: number }
  | { type: 'run.takenOver' }
  | { type: 'run.warning'; code: string; message: string }
  | {
      type: 'stage.started';
      name: StageName;
      /** The filter that selects its items, as text. */
      query: string;
      found: number;
      one: string;
      many: string;
      batchSize: number;
      batches: number;
    }
  | { type: 'stage.skipped'; name: StageName; reason: string }
  | {
      type: 'stage.completed';
      name: StageName;
      processed: number;
      failed: number;
      one: string;
      many: string;
      counters: Record<string, number>;
      creditsUsed: number;
      elapsedMs: number;
    }
  | { type: 'stage.itemsRetried'; count: number; message: string }
  | {
      type: 'batch.started';
      batch: BatchName;
      /** Such as `Processing batch 1/3 (20 keywords)`. */
      opening: string;
      /** Of the phase PREP, such as `Collecting keywords`. */
      preparing: string;
      /** What is at work: `Task 24/56 "Coffee Guide"`, or of several items `Processing keywords 21–40`. */
      current: string;
      /** Label of the first item. */
      label: string;
      one: string;
      ids: string[];
      stageKey: string;
      batchKey: string;
    }
  | { type: 'batch.phase'; batch: BatchName; phase: string; message: string; percent?: number }
  /** `isRateLimit`: the provider itself said for how long. */
  | { type: 'batch.waiting'; batch: BatchName; message: string; delayMs: number; isRateLimit?: boolean }
  | {
      type: 'batch.completed';
      batch: BatchName;
      /** Of the phase SAVE, such as `Creating clusters`. */
      saving: string;
      /** What it came to, such as `3 clusters created`. */
      message: string;
      /** The stage's own closing line; null where number and message make it. */
      closing: string | null;
      notes: string[];
      creditsUsed: number;
    }
  | { type: 'batch.dropped'; batch: BatchName; message: string }
  | { type: 'item.failed'; batch: BatchName; label: string; item: string; code: string; message: string };

/** A line of a run's history. Rows are numbered without gaps by `seq` from 1, in the order of their commits. */
@ObjectType('Activity', {
  description: "A line of a run's history. Lines are numbered without gaps by seq from 1.",
})
@Entity({ collection: 'activities' })
export class Activity {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  @Property({ type: 'ObjectId' })
  run!: ObjectId;

  @Field(() => Int, { description: 'Its number in the run, from 1.' })
  @Property({ type: 'integer' })
  seq!: number;

  /** When it happened, by its process's clock; `seq` decides the order. */
  @Field(() => GraphQLISODateTime, { description: 'When it happened.' })
  @Property({ type: 'Date' })
  at!: Date;

  @Field(() => levelType, { description: 'How important it is.' })
  @Enum({ items: () => ActivityLevel, type: 'string' })
  level!: ActivityLevel;

  /** Key of the stage it belongs to; null for what concerns the run as a whole. */
  @Field(() => String, {
    nullable: true,
    description: 'Key of the stage it belongs to; null if it concerns the run as a whole.',
  })
  @Property({ type: 'string', nullable: true })
  stage!: string | null;

  /** That stage's place among all stages, from 1. */
  @Field(() => Int, { nullable: true, description: "That stage's place among all stages, from 1." })
  @Property({ type: 'integer', nullable: true })
  stageNumber!: number | null;

  /** The sentence shown in the live log. */
  @Field(() => String, { description: 'What happened, in one sentence.' })
  @Property({ type: 'string' })
  message!: string;

  @Property({ type: 'json' })
  event!: ActivityEvent;
}
