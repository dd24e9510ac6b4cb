import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';

/**
 * What is still to be removed of a site that was deleted. It stays for a while: a worker that was at work on the site
 * may write after it.
 */
@Entity({ collection: 'deletions' })
export class Deletion {
  /** The site's. */
  @PrimaryKey({ type: 'ObjectId' })
  _id!: ObjectId;

  @Property({ type: 'array' })
  runs!: ObjectId[];

  @Property({ type: 'Date' })
  at!: Date;
}
