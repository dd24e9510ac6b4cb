import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

/** What a program may do with its key. No key may approve, publish, or see to users, keys and credits. */
export enum Scope {
  Read = 'read',
  /** Starts and steers runs. */
  Run = 'run',
  /** Imports and edits. */
  Write = 'write',
}

export const scopeType = enumType(Scope, 'Scope', 'What a program may do with its key.', {
  Read: 'Sees everything except users and keys.',
  Run: 'Starts and controls runs, which spends credits; sees what READ sees.',
  Write: 'Imports and edits; sees what READ sees.',
});

/** A program's key. The key itself is shown once and never stored. */
@ObjectType('ApiKey', { description: "A program's key. The key itself is shown once, when it is created." })
@Entity({ collection: 'api_keys' })
export class ApiKey {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => String, { description: 'What it is for.' })
  @Property({ type: 'string' })
  name!: string;

  /** The first characters of the key, by which a person knows it again. */
  @Field(() => String, {
    description: 'The first characters of the key, by which a person can recognize it.',
  })
  @Property({ type: 'string' })
  prefix!: string;

  /** SHA-256 (hex) of the key: 256 random bits need no slow hash. */
  @Property({ type: 'string' })
  keyHash!: string;

  @Field(() => [scopeType], { description: 'What it may do.' })
  @Property({ type: 'array' })
  scopes!: Scope[];

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null if never.',
  })
  @Property({ type: 'Date', nullable: true })
  lastUsedAt: Date | null = null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was revoked; null if it is not.',
  })
  @Property({ type: 'Date', nullable: true })
  revokedAt: Date | null = null;
}
