import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

/** A request that must be carried out once, by the key that its caller gave it; forgotten after a week. */
@Entity({ collection: 'requests' })
export class Request {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** Unique in its account. */
  @Property({ type: 'string' })
  key!: string;

  /** SHA-256 (hex) of the operation and its input: a key serves one request. */
  @Property({ type: 'string' })
  inputHash!: string;

  /** What the first answer is made from again; null while it is being carried out. */
  @Property({ type: 'json', nullable: true })
  answer: Record<string, unknown> | null = null;

  /** Until then, whoever began to carry it out is left to it. */
  @Property({ type: 'Date' })
  busyUntil!: Date;

  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
