import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';

/** A link that signs a person in, once. */
@Entity({ collection: 'sign_in_links' })
export class SignInLink {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  user!: ObjectId;

  /** SHA-256 (hex) of the token in the link. */
  @Property({ type: 'string' })
  tokenHash!: string;

  @Property({ type: 'Date' })
  expiresAt!: Date;
}
