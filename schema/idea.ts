import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';
import { Field, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import { MadeWith } from './made-with.ts';
import { PipelineItem } from './pipeline-item.ts';

export enum IdeaStatus {
  New = 'new',
  Queued = 'queued',
  Completed = 'completed',
}

export const ideaStatusType = enumType(IdeaStatus, 'IdeaStatus', 'How far an idea has come.', {
  New: 'It is waiting to be queued.',
  Queued: 'It is queued to the writer.',
  Completed: 'Its article is written.',
});

/** The kinds of article a reader may be looking for. */
export enum ArticleKind {
  Guide = 'guide',
  HowTo = 'how-to',
  Comparison = 'comparison',
  List = 'list',
  Review = 'review',
  Question = 'question',
  Local = 'local',
}

export const articleKindType = enumType(
  ArticleKind,
  'ArticleKind',
  'The kinds of article a reader may be looking for.',
  {
    Guide: 'All about a topic.',
    HowTo: 'How something is done, step by step.',
    Comparison: 'How two or more things differ.',
    List: 'Several things of a kind, each in a few words.',
    Review: 'What a thing is worth.',
    Question: 'One question, answered.',
    Local: 'What can be found in a place.',
  },
);

/** An article worth writing for a cluster. */
@ObjectType('Idea', { description: 'An article worth writing for a cluster.' })
@Entity({ collection: 'ideas' })
export class Idea extends PipelineItem {
  @Property({ type: 'ObjectId' })
  cluster!: ObjectId;

  @Field(() => String, { description: 'The title proposed.' })
  @Property({ type: 'string' })
  title!: string;

  /**
   * What the title says, whatever its form: equal for ideas that say the same, and unique in the site. Null for one that
   * says what an older one says.
   */
  @Property({ type: 'string', nullable: true })
  titleKey: string | null = null;

  /** What the article should tell, in a few sentences. */
  @Field(() => String, { description: 'What the article should tell, in a few sentences.' })
  @Property({ type: 'string' })
  brief!: string;

  @Field(() => articleKindType, { description: 'The kind of article.' })
  @Enum({ items: () => ArticleKind, type: 'string' })
  articleKind: ArticleKind = ArticleKind.Guide;

  /** Phrases of the cluster's keywords that the article answers, the main one first. */
  @Field(() => [String], { description: 'Phrases that the article targets, the main one first.' })
  @Property({ type: 'array' })
  keywords: string[] = [];

  @Field(() => Int, { description: 'Target length in words.' })
  @Property({ type: 'integer' })
  wordTarget = 2500;

  @Field(() => ideaStatusType, { description: 'Whether it is queued or written.' })
  @Enum({ items: () => IdeaStatus, type: 'string' })
  status: IdeaStatus = IdeaStatus.New;

  /** Null: a person made it, or it is older than this field. */
  @Field(() => MadeWith, {
    nullable: true,
    description: 'What it was generated with; null if a person added it.',
  })
  @Property({ type: 'json', nullable: true })
  madeWith: MadeWith | null = null;
}
