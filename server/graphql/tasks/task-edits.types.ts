import { IsOptional, Max, Min } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import { ArticleFields, wordTargets } from '../article.types.ts';
import { selectionOf } from '../item.types.ts';
import { TaskFilter } from './task.types.ts';

@InputType({ description: 'What shall change of a task; what is not given stays.' })
export class UpdateTaskInput extends ArticleFields {
  @Field(() => ObjectIdScalar, { description: 'Which task.' })
  id!: ObjectId;
}

@InputType({ description: 'What shall change of many tasks; what is not given stays.' })
export class UpdateTasksInput extends selectionOf(TaskFilter) {
  @Field(() => Boolean, { nullable: true, description: 'True keeps them out of every run.' })
  disabled?: boolean;

  @Field(() => Int, { nullable: true, description: 'Words asked for, 200 to 10,000.' })
  @IsOptional()
  @Min(wordTargets.least)
  @Max(wordTargets.most)
  wordTarget?: number;
}

@InputType({ description: 'Tasks to be deleted.' })
export class DeleteTasksInput extends selectionOf(TaskFilter) {}

@ObjectType({ description: 'What came of it.' })
export class TaskPayload {
  @Field(() => Task, { description: 'The task as it is now.' })
  task!: Task;
}
