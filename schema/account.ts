import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Credits, Field, ObjectIdScalar, ObjectType } from './api.ts';

/** Milli-credits set aside for one run. */
export interface Hold {
  run: ObjectId;
  amount: number;
}

/** Who pays. Its two sums are in milli-credits and never negative; they are moved by the ledger alone. */
@ObjectType('Account', { description: 'Who pays: owns sites, users and API keys.' })
@Entity({ collection: 'accounts' })
export class Account {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Field(() => String, { description: 'Its name.' })
  @Property({ type: 'string' })
  name!: string;

  /** Milli-credits that may be spent or held. */
  @Field(() => Credits, { description: 'Credits that may be spent or held.' })
  @Property({ type: 'integer' })
  available = 0;

  /** Milli-credits set aside for running and paused runs; what those have used is part of it until they end. */
  @Field(() => Credits, { description: 'Credits set aside for running and paused runs.' })
  @Property({ type: 'integer' })
  held = 0;

  /** What `held` consists of: one for every running or paused run. */
  @Property({ type: 'json' })
  holds: Hold[] = [];

  /** Raised whenever an owner goes: of two who go at once, one then sees the other gone. */
  @Property({ type: 'integer' })
  ownersGone = 0;

  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
