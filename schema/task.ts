import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';
import { ArticleKind } from './idea.ts';
import { PipelineItem } from './pipeline-item.ts';

export enum TaskStatus {
  Queued = 'queued',
  Completed = 'completed',
}

/** An article that the writer has been asked for. */
@Entity({ collection: 'tasks' })
export class Task extends PipelineItem {
  @Property({ type: 'ObjectId' })
  idea!: ObjectId;

  @Property({ type: 'ObjectId' })
  cluster!: ObjectId;

  @Property({ type: 'string' })
  title!: string;

  @Property({ type: 'string' })
  brief!: string;

  @Enum({ items: () => ArticleKind, type: 'string' })
  articleKind: ArticleKind = ArticleKind.Guide;

  @Property({ type: 'array' })
  keywords: string[] = [];

  @Property({ type: 'integer' })
  wordTarget = 2500;

  @Enum({ items: () => TaskStatus, type: 'string' })
  status: TaskStatus = TaskStatus.Queued;
}
