import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

/** A website, and what a writer should know of it. */
@Entity({ collection: 'sites' })
export class Site {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** Unique in its account. */
  @Property({ type: 'string' })
  name!: string;

  @Property({ type: 'string', nullable: true })
  url: string | null = null;

  /** BCP 47, such as `en` or `pt-BR`. */
  @Property({ type: 'string' })
  language = 'en';

  /** ISO 3166-1 alpha-2, such as `US`. */
  @Property({ type: 'string', nullable: true })
  country: string | null = null;

  /** IANA name; log times of refusals and the schedule are in it. */
  @Property({ type: 'string' })
  timeZone = 'UTC';

  @Property({ type: 'string', nullable: true })
  audience: string | null = null;

  /** Free text and examples, handed to every prompt that writes. */
  @Property({ type: 'string', nullable: true })
  brandVoice: string | null = null;

  @Property({ type: 'array' })
  avoidWords: string[] = [];

  /** How often a run has taken it, a failed one that was resumed included. */
  @Property({ type: 'integer' })
  rounds = 0;

  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
