import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import { Task } from '../../../schema/task.ts';
import type { Right } from '../../auth/rights.ts';
import { setMany } from '../../editing/change-many.ts';
import { setOne } from '../../editing/change-one.ts';
import { taskRefusal } from '../../editing/refusals.ts';
import { deleteTasks } from '../../editing/tasks.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { taskFilterOf } from './task.types.ts';
import { DeleteTasksInput, TaskPayload, UpdateTaskInput, UpdateTasksInput } from './task-edits.types.ts';

@Resolver(() => Task)
export class TaskEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => TaskPayload, {
    description: 'Changes the given fields of a task. EDIT_REFUSED once its draft has been written.',
  })
  async updateTask(
    @Arg('input', () => UpdateTaskInput, { description: 'The input.' }) { id, ...fields }: UpdateTaskInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<TaskPayload> {
    await documents.of(Task).require(id);
    return { task: await setOne(engine, Task, id, given(fields), taskRefusal) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Sets a word target for many tasks, or excludes them from runs.',
  })
  async updateTasks(
    @Arg('input', () => UpdateTasksInput, { description: 'The input.' }) input: UpdateTasksInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    const { disabled, wordTarget } = input;
    const values = given({ disabled, wordTarget });
    return setMany(engine, { account, site }, wantedOf(input, taskFilterOf), Task, values, taskRefusal);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Deletes tasks that wait to be written. Their ideas are kept, disabled.',
  })
  async deleteTasks(
    @Arg('input', () => DeleteTasksInput, { description: 'The input.' }) input: DeleteTasksInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteTasks(engine, site, wantedOf(input, taskFilterOf));
  }
}
