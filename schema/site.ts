import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, Int, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

/** As whom a site speaks. */
export enum PointOfView {
  We = 'we',
  I = 'i',
  Neutral = 'neutral',
}

export const pointOfViewType = enumType(PointOfView, 'PointOfView', "A site's point of view.", {
  We: 'First person plural, "we": a company, an editorial team, a club.',
  I: 'First person singular: "I".',
  Neutral: 'Neutral: the writer is never mentioned.',
});

/** Words that an article may have: fewer are no article, and more are a book. */
export const articleWords = { least: 300, most: 6_000 } as const;

/** A website, and what a writer should know of it. */
@ObjectType('Site', { description: 'A website, and what a writer should know of it.' })
@Entity({ collection: 'sites' })
export class Site {
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** Unique in its account. */
  @Field(() => String, { description: 'Unique in its account.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its address.' })
  @Property({ type: 'string', nullable: true })
  url: string | null = null;

  /** BCP 47, such as `en` or `pt-BR`. */
  @Field(() => String, { description: 'BCP 47, such as en or pt-BR.' })
  @Property({ type: 'string' })
  language = 'en';

  /** ISO 3166-1 alpha-2, such as `US`. */
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, such as US.' })
  @Property({ type: 'string', nullable: true })
  country: string | null = null;

  /** IANA name; log times of refusals and the schedule are in it. */
  @Field(() => String, { description: 'IANA name; its schedule keeps this time.' })
  @Property({ type: 'string' })
  timeZone = 'UTC';

  @Field(() => String, { nullable: true, description: 'Its readers.' })
  @Property({ type: 'string', nullable: true })
  audience: string | null = null;

  /** Free text and examples, handed to every prompt that writes. */
  @Field(() => String, {
    nullable: true,
    description: 'Its brand voice: free text and examples, included in every prompt that writes.',
  })
  @Property({ type: 'string', nullable: true })
  brandVoice: string | null = null;

  @Field(() => [String], { description: 'Words that no draft should use.' })
  @Property({ type: 'array' })
  avoidWords: string[] = [];

  /** Null: as the brand voice has it. */
  @Field(() => pointOfViewType, {
    nullable: true,
    description: 'Its point of view; null leaves that to its brand voice.',
  })
  @Enum({ items: () => PointOfView, type: 'string', nullable: true })
  pointOfView: PointOfView | null = null;

  /** Where neither the task nor a changed setting of the writing stage asks for another number. */
  @Field(() => Int, {
    nullable: true,
    description:
      "Target length of its articles in words, unless a task or the site's automation settings set another.",
  })
  @Property({ type: 'integer', nullable: true })
  wordTarget: number | null = null;

  /** How often a run has taken it, a failed one that was resumed included. */
  @Property({ type: 'integer' })
  rounds = 0;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();
}
