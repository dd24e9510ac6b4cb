import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

export enum AiCallStatus {
  /** The reply was used. Unique by run, stage, batch, purpose, index and attempt. */
  Accepted = 'accepted',
  /** The reply broke a rule. */
  Rejected = 'rejected',
  /** There was no reply. */
  Failed = 'failed',
}

/** One call of an AI model: the usage log and the journal that a restarted batch takes its answers from. */
@Entity({ collection: 'ai_calls' })
export class AiCall {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  @Property({ type: 'ObjectId' })
  run!: ObjectId;

  @Property({ type: 'string' })
  stage!: string;

  @Property({ type: 'string' })
  batchKey!: string;

  @Property({ type: 'string' })
  purpose!: string;

  /** Tells calls of one purpose in a batch apart: section 3 of 7. From 0. */
  @Property({ type: 'integer' })
  index!: number;

  /** The batch's try, from 1: retried items never get an old answer. */
  @Property({ type: 'integer' })
  attempt!: number;

  @Enum({ items: () => AiCallStatus, type: 'string' })
  status!: AiCallStatus;

  /** SHA-256 of input, settings and prompt version: an answer serves only the question it was given to. */
  @Property({ type: 'string' })
  inputHash!: string;

  @Property({ type: 'string' })
  promptVersion!: string;

  @Property({ type: 'string' })
  provider!: string;

  @Property({ type: 'string' })
  model!: string;

  /** The parsed reply. */
  @Property({ type: 'json', nullable: true })
  reply: unknown = null;

  @Property({ type: 'integer' })
  tokensIn = 0;

  @Property({ type: 'integer' })
  tokensOut = 0;

  @Property({ type: 'double' })
  costUsd = 0;

  @Property({ type: 'integer' })
  latencyMs = 0;

  /** What was wrong, for calls that were not accepted. */
  @Property({ type: 'string', nullable: true })
  fault: string | null = null;

  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
