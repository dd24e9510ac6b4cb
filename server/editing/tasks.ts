import { Content } from '../../schema/content.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import type { BulkChange } from '../../schema/left-out.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import { changeMany, ofThese, type Wanted } from './change-many.ts';
import type { Desk } from './desk.ts';
import { taskRefusal } from './refusals.ts';

/**
 * Deletes tasks that wait to be written, or whose draft was deleted. Their ideas could be queued again, and are kept out
 * of runs: whoever deletes a task does not want the article.
 */
export function deleteTasks(desk: Desk, site: Site, wanted: Wanted): Promise<BulkChange> {
  return changeMany(desk, { account: site.account, site: site._id }, wanted, {
    kind: Task,
    async refusal(task, session) {
      const refusal = taskRefusal(task);
      const draft = refusal && (await desk.database.of(Content).findOne({ task: task._id }, { session }));
      return draft ? refusal : null;
    },
    async apply(tasks, session) {
      await desk.database.of(Task).deleteMany(ofThese(tasks), { session });
      const ideas = { _id: { $in: tasks.map(({ idea }) => idea) } };
      const back = {
        $set: { status: IdeaStatus.New, disabled: true },
        $currentDate: { updatedAt: true },
      } as const;
      await desk.database.of(Idea).updateMany(ideas, back, { session });
    },
  });
}
