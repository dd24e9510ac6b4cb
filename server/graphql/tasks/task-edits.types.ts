import { IsOptional, Max, Min } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import { ArticleFields, wordTargets } from '../article.types.ts';
import { selectionOf } from '../item.types.ts';
import { TaskFilter } from './task.types.ts';

@InputType({ description: 'Changes to a task; fields left out stay as they are.' })
export class UpdateTaskInput extends ArticleFields {
  @Field(() => ObjectIdScalar, { description: 'Which task.' })
  id!: ObjectId;
}

@InputType({ description: 'Changes to many tasks; fields left out stay as they are.' })
export class UpdateTasksInput extends selectionOf(TaskFilter) {
  @Field(() => Boolean, { nullable: true, description: 'True excludes them from every run.' })
  disabled?: boolean;

  @Field(() => Int, { nullable: true, description: 'Target length in words, 200 to 10,000.' })
  @IsOptional()
  @Min(wordTargets.least)
  @Max(wordTargets.most)
  wordTarget?: number;
}

@InputType({ description: 'Tasks to delete.' })
export class DeleteTasksInput extends selectionOf(TaskFilter) {}

@ObjectType({ description: 'The outcome.' })
export class TaskPayload {
  @Field(() => Task, { description: 'The task as it is now.' })
  task!: Task;
}
