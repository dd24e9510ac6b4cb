import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

export enum EntryKind {
  /** Credits that came in. */
  TopUp = 'top_up',
  /** The record of one batch: what it cost, at zero too. Moves the run, not yet the account. */
  Charge = 'charge',
  /** What a run's charges took out of the account when it ended. */
  Settlement = 'settlement',
}

/** An immutable line of the ledger. */
@Entity({ collection: 'credit_entries' })
export class CreditEntry {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  /** Unique: writing it twice is refused. */
  @Property({ type: 'string' })
  key!: string;

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId', nullable: true })
  site: ObjectId | null = null;

  @Property({ type: 'ObjectId', nullable: true })
  run: ObjectId | null = null;

  @Property({ type: 'string', nullable: true })
  stage: string | null = null;

  @Enum({ items: () => EntryKind, type: 'string' })
  kind!: EntryKind;

  /** Milli-credits: positive for what came in, negative for what was spent. */
  @Property({ type: 'integer' })
  amount!: number;

  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
