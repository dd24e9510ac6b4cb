import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, Int, ObjectIdScalar, ObjectType } from './api.ts';

/** Why a stage gave an item up. Present on an item, it keeps the item out of every queue until a retry. */
@ObjectType({ description: 'Why an item failed in a stage.' })
export class Failure {
  @Field(() => String, { description: 'Key of the stage in which it failed.' })
  stage!: string;

  @Field(() => String, { description: 'A code of the error catalogue.' })
  code!: string;

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it failed.' })
  at!: Date;

  @Field(() => ObjectIdScalar, { name: 'runId', description: 'The run in which it failed.' })
  run!: ObjectId;
}

/** What every thing that travels through the pipeline has: an owner, and the reasons to be passed over. */
@ObjectType({ description: 'What every thing that travels through the pipeline has.' })
@Entity({ abstract: true })
export abstract class PipelineItem {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => ObjectIdScalar, { name: 'siteId', description: 'The site it belongs to.' })
  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  /** True keeps the item out of every run; a person sets and clears it. */
  @Field(() => Boolean, { description: 'True excludes it from every run.' })
  @Property({ type: 'boolean' })
  disabled = false;

  @Field(() => Failure, { nullable: true, description: 'Why it failed in a stage; null if it has not.' })
  @Property({ type: 'json', nullable: true })
  failure: Failure | null = null;

  /** How often its failure was cleared for another try. Part of the batch's key, so an old answer is never replayed. */
  @Field(() => Int, { description: 'How often its failure was cleared for a retry.' })
  @Property({ type: 'integer' })
  retries = 0;

  /**
   * By stage key, true: outside stages that are done with this item and change no status of their own. Fields, not a
   * list: `'passed.<key>': null` is an equality, so a stage's index can leave out what it has done.
   */
  @Property({ type: 'json' })
  passed: Record<string, true> = {};

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();

  @Field(() => GraphQLISODateTime, { description: 'When it was last changed.' })
  @Property({ type: 'Date' })
  updatedAt: Date = new Date();
}

/** The fields of a new item that its maker must give; all others have defaults. */
export type NewItem<Item extends PipelineItem> = Partial<Item> & Pick<Item, 'account' | 'site'>;
