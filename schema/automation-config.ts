import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, Float, Int, ObjectIdScalar, ObjectType } from './api.ts';
import { AutomationSchedule } from './automation-schedule.ts';

/** More than a hundred keywords come to with the models that are chosen by default; less than a mistake may cost. */
const defaultUsdPerRun = 50;

/** How a site's runs are done: one of a site. */
@ObjectType('AutomationConfig', { description: "How a site's runs work." })
@Entity({ collection: 'automation_configs' })
export class AutomationConfig {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => ObjectIdScalar, { name: 'siteId', description: 'The site.' })
  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  /** Settings by stage key; each stage's own schema validates and completes them. */
  @Property({ type: 'json' })
  stages: Record<string, Record<string, unknown>> = {};

  /** More failed items of a stage than this fail a run; null: 5 % of the stage's items, at least 3. */
  @Field(() => Int, {
    nullable: true,
    description: 'More failed items of a stage than this fail a run; null: 5% of the items, at least 3.',
  })
  @Property({ type: 'integer', nullable: true })
  maxFailedItems: number | null = null;

  /** US dollars that the AI calls of one run may cost; null: as many as they do. Read anew before each call. */
  @Field(() => Float, {
    nullable: true,
    description: 'US dollars that the AI calls of one run may cost; null: no limit.',
  })
  @Property({ type: 'double', nullable: true })
  usdPerRun: number | null = defaultUsdPerRun;

  /** Days after which a run left paused is cancelled. */
  @Field(() => Int, { description: 'Days after which a run left paused is cancelled.' })
  @Property({ type: 'integer' })
  pausedDays = 7;

  /** When its runs start by themselves. */
  @Field(() => AutomationSchedule, { description: 'When its runs start by themselves.' })
  @Property({ type: 'json' })
  schedule: AutomationSchedule = new AutomationSchedule();
}

/** What a run of a site may cost, for which nobody may have stored anything yet. */
export function usdPerRunOf(config: Pick<AutomationConfig, 'usdPerRun'> | null): number | null {
  return config?.usdPerRun === undefined ? defaultUsdPerRun : config.usdPerRun;
}
