import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task, type TaskStatus, taskStatusType } from '../../../schema/task.ts';
import { connectionOf } from '../connection.ts';
import { given } from '../given.ts';
import { ItemFilterFields } from '../item.types.ts';
import { itemFilter } from '../item-filter.ts';
import { sortInput } from '../sort.ts';

export const TaskConnection = connectionOf(Task, 'Task');

@InputType({ description: 'Which tasks; every condition given must hold.' })
export class TaskFilter extends ItemFilterFields {
  @Field(() => taskStatusType, { nullable: true, description: 'How far they have come.' })
  status?: TaskStatus;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those of this cluster.' })
  clusterId?: ObjectId;
}

export function taskFilterOf(site: ObjectId, filter: TaskFilter): object {
  const { clusterId, ...common } = given(filter);
  return itemFilter(site, common, 'title', { cluster: clusterId });
}

export const [TaskSort, taskSortOf] = sortInput('Task', {
  CREATED: ['_id', 'When it was queued.'],
  TITLE: ['title', 'Its title.'],
  WORD_TARGET: ['wordTarget', 'How many words are asked for.'],
});
