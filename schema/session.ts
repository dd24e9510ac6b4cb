import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

/** A person signed in at one browser. Gone when they sign out or a limit is reached. */
@Entity({ collection: 'sessions' })
export class Session {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Property({ type: 'ObjectId' })
  user!: ObjectId;

  /** SHA-256 (hex) of the token in the cookie. */
  @Property({ type: 'string' })
  tokenHash!: string;

  /** True where it was opened by a one-time link: whoever forgot their password may set one then. */
  @Property({ type: 'boolean' })
  byLink = false;

  @Property({ type: 'Date' })
  createdAt: Date = new Date();

  /** Written at most once a minute. */
  @Property({ type: 'Date' })
  lastSeenAt: Date = new Date();
}
