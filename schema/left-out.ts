import type { ObjectId } from 'mongodb';
import { Field, Int, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum LeftOutReason {
  NotFound = 'not_found',
  Unchanged = 'unchanged',
  MovedOn = 'moved_on',
  InUse = 'in_use',
  NotInReview = 'not_in_review',
  BeingPublished = 'being_published',
  Changed = 'changed',
  DraftExcluded = 'draft_excluded',
}

const reasonType = enumType(LeftOutReason, 'LeftOutReason', 'Why an item was left unchanged.', {
  NotFound: 'Nothing has this id.',
  Unchanged: 'It is already like that.',
  MovedOn: 'It has moved on in the pipeline.',
  InUse: 'Others depend on it.',
  NotInReview: 'It is not in review.',
  BeingPublished: 'It is being published.',
  Changed: 'It was changed after it was read.',
  DraftExcluded: 'Its draft is excluded from runs.',
});

/** Why one thing is not changed. */
export interface Refusal {
  readonly reason: LeftOutReason;
  /** The end of a sentence, without its full stop: what stands in the way, and what to do instead. */
  readonly why: string;
}

/** A thing that was asked for, and left as it is. */
@ObjectType({ description: 'An item that was left unchanged.' })
export class LeftOut {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  id!: ObjectId;

  @Field(() => reasonType, { description: 'Why, for programs.' })
  reason!: LeftOutReason;

  @Field(() => String, { description: 'Why, for people: what stands in the way, and what to do instead.' })
  why!: string;
}

/** What a change of many things came to. */
@ObjectType('BulkChangePayload', { description: 'The outcome of a change to many items.' })
export class BulkChange {
  @Field(() => Int, { description: 'How many were changed.' })
  changed = 0;

  @Field(() => [LeftOut], { description: 'Those left unchanged, the first 1,000 of them.' })
  leftOut: LeftOut[] = [];

  @Field(() => Int, { description: 'How many were left unchanged.' })
  leftOutCount = 0;
}
