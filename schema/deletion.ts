import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';

/**
 * What is still to be removed of a site that was deleted, or of an import that was undone. It stays for a while: a
 * worker that was at work on the site may write after it.
 */
@Entity({ collection: 'deletions' })
export class Deletion {
  /** The site's, or the import's. */
  @PrimaryKey({ type: 'ObjectId' })
  _id!: ObjectId;

  /** Those of before imports were undone so have none: they are a site's. */
  @Property({ type: 'string' })
  kind?: 'site' | 'import';

  /** Of a site. */
  @Property({ type: 'array' })
  runs!: ObjectId[];

  @Property({ type: 'Date' })
  at!: Date;
}
