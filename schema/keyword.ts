import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';
import { Field, Float, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import { PipelineItem } from './pipeline-item.ts';

export enum KeywordStatus {
  New = 'new',
  Mapped = 'mapped',
}

export const keywordStatusType = enumType(KeywordStatus, 'KeywordStatus', 'How far a keyword has come.', {
  New: 'It is waiting for a cluster.',
  Mapped: 'It is in a cluster.',
});

/** What people type into a search box. Unique in its site by `normalised`. */
@ObjectType('Keyword', { description: 'What people type into a search box. Unique in its site.' })
@Entity({ collection: 'keywords' })
export class Keyword extends PipelineItem {
  /** As it was imported, white space tidied. */
  @Field(() => String, { description: 'As imported, with whitespace tidied.' })
  @Property({ type: 'string' })
  phrase!: string;

  /** `normalisePhrase(phrase)`: what uniqueness is decided by. */
  @Property({ type: 'string' })
  normalised!: string;

  @Field(() => keywordStatusType, { description: 'Whether it is in a cluster.' })
  @Enum({ items: () => KeywordStatus, type: 'string' })
  status: KeywordStatus = KeywordStatus.New;

  @Property({ type: 'ObjectId', nullable: true })
  cluster: ObjectId | null = null;

  /** Searches a month. */
  @Field(() => Float, { nullable: true, description: 'Searches per month.' })
  @Property({ type: 'double', nullable: true })
  volume: number | null = null;

  /** 0 (easy) to 100. */
  @Field(() => Float, { nullable: true, description: '0 (easy) to 100.' })
  @Property({ type: 'double', nullable: true })
  difficulty: number | null = null;

  @Field(() => String, { nullable: true, description: 'What the searcher wants, if the import said.' })
  @Property({ type: 'string', nullable: true })
  intent: string | null = null;

  /** US dollars a click. */
  @Field(() => Float, { nullable: true, description: 'US dollars per click.' })
  @Property({ type: 'double', nullable: true })
  cpc: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'The country where it is searched for, if the import said.',
  })
  @Property({ type: 'string', nullable: true })
  country: string | null = null;

  /** The import that brought it, where one of the API did. */
  @Property({ type: 'ObjectId', nullable: true })
  import: ObjectId | null = null;
}

/** The filter of keywords that no run and no person has changed: they are as they were imported. */
export const untouched = {
  status: KeywordStatus.New,
  cluster: null,
  failure: null,
  $expr: { $eq: ['$createdAt', '$updatedAt'] },
};
