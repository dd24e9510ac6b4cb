import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

/** Why a stage gave an item up. Present on an item, it keeps the item out of every queue until a retry. */
export interface Failure {
  /** Key of the stage that gave up. */
  stage: string;
  /** A code of the error catalogue. */
  code: string;
  /** One sentence for a person. */
  message: string;
  at: Date;
  run: ObjectId;
}

/** What every thing that travels through the pipeline has: an owner, and the reasons to be passed over. */
@Entity({ abstract: true })
export abstract class PipelineItem {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  /** True keeps the item out of every run; a person sets and clears it. */
  @Property({ type: 'boolean' })
  disabled = false;

  @Property({ type: 'json', nullable: true })
  failure: Failure | null = null;

  /** How often its failure was cleared for another try. Part of the batch's key, so an old answer is never replayed. */
  @Property({ type: 'integer' })
  retries = 0;

  /**
   * By stage key, true: outside stages that are done with this item and change no status of their own. Fields, not a
   * list: `'passed.<key>': null` is an equality, so a stage's index can leave out what it has done.
   */
  @Property({ type: 'json' })
  passed: Record<string, true> = {};

  @Property({ type: 'Date' })
  createdAt: Date = new Date();

  @Property({ type: 'Date' })
  updatedAt: Date = new Date();
}

/** The fields of a new item that its maker must give; all others have defaults. */
export type NewItem<Item extends PipelineItem> = Partial<Item> & Pick<Item, 'account' | 'site'>;
