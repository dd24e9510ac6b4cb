import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

export enum NotificationEvent {
  RunCompleted = 'run.completed',
  RunFailed = 'run.failed',
  /** By itself, for want of credits. */
  RunPaused = 'run.paused',
  /** For a day by now. */
  RunLeftPaused = 'run.leftPaused',
  /** It runs, but has not moved on for hours. */
  RunStuck = 'run.stuck',
  SchedulePaused = 'schedule.paused',
  /** Its run was refused, as it would have been to a person. */
  ScheduleRefused = 'schedule.refused',
}

/**
 * Something that people are to be told of, in the outbox until it is delivered: written in the transaction of what it
 * tells of, so that there is one for each such thing. An index removes it after 30 days.
 */
@Entity({ collection: 'notifications' })
export class Notification {
  /** Told along, so that whoever gets it twice knows. */
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  /** The run that it is about; of a schedule that paused itself, the last one that failed; null where there is none. */
  @Property({ type: 'ObjectId', nullable: true })
  run: ObjectId | null = null;

  /** The run's name. */
  @Property({ type: 'string', nullable: true })
  runId: string | null = null;

  @Enum({ items: () => NotificationEvent, type: 'string' })
  event!: NotificationEvent;

  /** For a person. */
  @Property({ type: 'string' })
  sentence!: string;

  /** When what it tells of happened. */
  @Property({ type: 'Date' })
  at!: Date;

  /** False once it is delivered or given up. */
  @Property({ type: 'boolean' })
  isOpen = true;

  /** How often its delivery was begun. */
  @Property({ type: 'integer' })
  tries = 0;

  /** Not before. */
  @Property({ type: 'Date' })
  nextTryAt!: Date;
}
