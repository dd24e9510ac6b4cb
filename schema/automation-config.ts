import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field } from 'type-graphql';
import { AutomationSchedule } from './automation-schedule.ts';

/** How a site's runs are done: one of a site. */
@Entity({ collection: 'automation_configs' })
export class AutomationConfig {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  /** Settings by stage key; each stage's own schema validates and completes them. */
  @Property({ type: 'json' })
  stages: Record<string, Record<string, unknown>> = {};

  /** More failed items of a stage than this fail a run; null: 5 % of the stage's items, at least 3. */
  @Property({ type: 'integer', nullable: true })
  maxFailedItems: number | null = null;

  /** Days after which a run left paused is cancelled. */
  @Property({ type: 'integer' })
  pausedDays = 7;

  /** When its runs start by themselves. */
  @Field(() => AutomationSchedule, { description: 'When its runs start by themselves.' })
  @Property({ type: 'json' })
  schedule: AutomationSchedule = new AutomationSchedule();
}
