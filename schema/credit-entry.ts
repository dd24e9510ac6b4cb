import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Credits, Field, GraphQLISODateTime, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum EntryKind {
  /** Credits that came in. */
  TopUp = 'top_up',
  /** The record of one batch: what it cost, at zero too. Moves the run, not yet the account. */
  Charge = 'charge',
  /** What a run's charges took out of the account when it ended. */
  Settlement = 'settlement',
}

export const entryKindType = enumType(EntryKind, 'EntryKind', 'What a ledger entry records.', {
  TopUp: 'Credits that were added.',
  Charge: 'What one batch cost, even if zero. It changes the run, not yet the account.',
  Settlement: "What a run's charges took out of the account when it ended.",
});

/** An immutable line of the ledger. */
@ObjectType('CreditEntry', { description: 'An immutable ledger entry.' })
@Entity({ collection: 'credit_entries' })
export class CreditEntry {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  /** Unique: writing it twice is refused. */
  @Property({ type: 'string' })
  key!: string;

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => ObjectIdScalar, {
    name: 'siteId',
    nullable: true,
    description: 'The site it concerns; null if credits were added.',
  })
  @Property({ type: 'ObjectId', nullable: true })
  site: ObjectId | null = null;

  @Field(() => ObjectIdScalar, {
    name: 'runId',
    nullable: true,
    description: 'The run it concerns; null if credits were added.',
  })
  @Property({ type: 'ObjectId', nullable: true })
  run: ObjectId | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the stage it concerns; null unless it is a CHARGE.',
  })
  @Property({ type: 'string', nullable: true })
  stage: string | null = null;

  @Field(() => entryKindType, { description: 'What it records.' })
  @Enum({ items: () => EntryKind, type: 'string' })
  kind!: EntryKind;

  /** Milli-credits: positive for what came in, negative for what was spent. */
  @Field(() => Credits, { description: 'Positive for what came in, negative for what was spent.' })
  @Property({ type: 'integer' })
  amount!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was written.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
