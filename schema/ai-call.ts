import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, Float, GraphQLISODateTime, Int, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum AiCallStatus {
  /** The reply was used. Unique by run, stage, batch, purpose, index and attempt. */
  Accepted = 'accepted',
  /** The reply broke a rule. */
  Rejected = 'rejected',
  /** There was no reply. */
  Failed = 'failed',
}

const aiCallStatusType = enumType(AiCallStatus, 'AiCallStatus', 'The outcome of an AI call.', {
  Accepted: 'Its reply was used.',
  Rejected: 'Its reply was unusable.',
  Failed: 'There was no reply.',
});

/** Why a reply was of no use. A call without a reply has the code of its error instead. */
export enum AiFault {
  /** It broke a rule of the stage. */
  BrokeRule = 'BROKE_RULE',
  /** It has another shape than was asked for. */
  WrongShape = 'WRONG_SHAPE',
  NotJson = 'NOT_JSON',
  /** It was cut off, at the most that the model may say at once. */
  Truncated = 'TRUNCATED',
  Empty = 'EMPTY',
  Oversized = 'OVERSIZED',
  /** The model, or a filter behind it, would not say it. */
  Refused = 'REFUSED',
  NotAnImage = 'NOT_AN_IMAGE',
  /** It was of use, until its question changed before what was made of it was saved. */
  Outdated = 'OUTDATED',
}

/** One call of an AI model: the usage log and the journal that a restarted batch takes its answers from. */
@ObjectType('AiCall', { description: 'One call of an AI model.' })
@Entity({ collection: 'ai_calls' })
export class AiCall {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  @Property({ type: 'ObjectId' })
  run!: ObjectId;

  @Field(() => String, { description: 'Key of the stage that made it.' })
  @Property({ type: 'string' })
  stage!: string;

  @Property({ type: 'string' })
  batchKey!: string;

  @Field(() => String, { description: "What it was for, in the stage's own words." })
  @Property({ type: 'string' })
  purpose!: string;

  /** Tells calls of one purpose in a batch apart: section 3 of 7. From 0. */
  @Field(() => Int, { description: 'Distinguishes calls with the same purpose in a batch, from 0.' })
  @Property({ type: 'integer' })
  index!: number;

  /** The batch's try, from 1: retried items never get an old answer. */
  @Field(() => Int, { description: "The batch's try, from 1." })
  @Property({ type: 'integer' })
  attempt!: number;

  @Field(() => aiCallStatusType, { description: 'The outcome.' })
  @Enum({ items: () => AiCallStatus, type: 'string' })
  status!: AiCallStatus;

  /** SHA-256 of input, settings and prompt version: an answer serves only the question it was given to. */
  @Property({ type: 'string' })
  inputHash!: string;

  @Field(() => String, { description: 'The version of its prompt.' })
  @Property({ type: 'string' })
  promptVersion!: string;

  /** Who answered, of those in the chain. */
  @Field(() => String, { description: 'Which provider of the chain was called.' })
  @Property({ type: 'string' })
  provider!: string;

  /** By which model, as the provider itself has it. */
  @Field(() => String, { description: "The model, by the provider's own name for it." })
  @Property({ type: 'string' })
  model!: string;

  /** The parsed reply. */
  @Property({ type: 'json', nullable: true })
  reply: unknown = null;

  @Field(() => Int, { description: 'Tokens sent.' })
  @Property({ type: 'integer' })
  tokensIn = 0;

  @Field(() => Int, { description: 'Tokens received.' })
  @Property({ type: 'integer' })
  tokensOut = 0;

  /** Of those sent, the ones that the provider had kept from before, at a lower price. */
  @Field(() => Int, {
    description: 'Of those sent, the ones that the provider had cached, at a lower price.',
  })
  @Property({ type: 'integer' })
  tokensCached = 0;

  @Field(() => Float, { description: 'What the provider charges for it, in US dollars.' })
  @Property({ type: 'double' })
  costUsd = 0;

  /** False where the price of the model is not known: its cost then counts as nothing. */
  @Field(() => Boolean, {
    description: 'False if the price of the model is not known: its cost is then 0.',
  })
  @Property({ type: 'boolean' })
  isPriced = true;

  /** Why the model stopped, in one word for all providers: `stop`, `length`, `content-filter`. */
  @Property({ type: 'string', nullable: true })
  finishReason: string | null = null;

  @Field(() => Int, { description: 'Milliseconds until the answer.' })
  @Property({ type: 'integer' })
  latencyMs = 0;

  /** One of AiFault, or the code of an error. */
  @Field(() => String, {
    nullable: true,
    description: 'Why it was unusable, as a code; null if it was usable.',
  })
  @Property({ type: 'string', nullable: true })
  faultCode: string | null = null;

  /** What was wrong, for calls that were not accepted. */
  @Field(() => String, { nullable: true, description: 'Why it was unusable; null if it was usable.' })
  @Property({ type: 'string', nullable: true })
  fault: string | null = null;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
