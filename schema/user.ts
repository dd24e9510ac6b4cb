import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

/** What a person may do in their account. */
export enum Role {
  /** Everything. */
  Owner = 'owner',
  /** Everything but users, API keys, AI settings and credits. */
  Editor = 'editor',
  /** Reads. */
  Viewer = 'viewer',
}

export const roleType = enumType(Role, 'Role', 'What a person may do in their account.', {
  Owner: 'Everything.',
  Editor: 'Everything except users, API keys, AI settings and credits.',
  Viewer: 'Reads.',
});

/** An address as it is stored and looked for. */
export function addressOf(email: string): string {
  return email.trim().toLowerCase();
}

/** A person of an account. */
@ObjectType('User', { description: 'A person of an account.' })
@Entity({ collection: 'users' })
export class User {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** Lower case; unique everywhere: by it alone a person signs in. */
  @Field(() => String, { description: 'The address by which they sign in.' })
  @Property({ type: 'string' })
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => roleType, { description: 'What they may do.' })
  @Enum({ items: () => Role, type: 'string' })
  role!: Role;

  /** argon2id, as a PHC string; null where they sign in by links alone. */
  @Property({ type: 'string', nullable: true })
  passwordHash: string | null = null;

  /** How often they signed in: written with each session, so that one cannot open beside a change of what it rests on. */
  @Property({ type: 'integer' })
  signIns = 0;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
