import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';
import { Field, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import { ArticleKind, articleKindType } from './idea.ts';
import { PipelineItem } from './pipeline-item.ts';

export enum TaskStatus {
  Queued = 'queued',
  Completed = 'completed',
}

export const taskStatusType = enumType(TaskStatus, 'TaskStatus', 'How far a task has come.', {
  Queued: 'It is waiting for the writer.',
  Completed: 'Its article is written.',
});

/** An article that the writer has been asked for. */
@ObjectType('Task', { description: 'An article queued to the writer.' })
@Entity({ collection: 'tasks' })
export class Task extends PipelineItem {
  @Property({ type: 'ObjectId' })
  idea!: ObjectId;

  @Property({ type: 'ObjectId' })
  cluster!: ObjectId;

  @Field(() => String, { description: 'The title to write under.' })
  @Property({ type: 'string' })
  title!: string;

  @Field(() => String, { description: 'What the article should tell, in a few sentences.' })
  @Property({ type: 'string' })
  brief!: string;

  @Field(() => articleKindType, { description: 'The kind of article.' })
  @Enum({ items: () => ArticleKind, type: 'string' })
  articleKind: ArticleKind = ArticleKind.Guide;

  @Field(() => [String], { description: 'Phrases that the article targets, the main one first.' })
  @Property({ type: 'array' })
  keywords: string[] = [];

  @Field(() => Int, { description: 'Target length in words.' })
  @Property({ type: 'integer' })
  wordTarget = 2500;

  @Field(() => taskStatusType, { description: 'Whether it is written.' })
  @Enum({ items: () => TaskStatus, type: 'string' })
  status: TaskStatus = TaskStatus.Queued;
}
