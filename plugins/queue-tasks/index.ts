import { z } from 'zod';
import { defineStage } from '#stage';
import { counted } from '../../language/counted.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import { Task } from '../../schema/task.ts';

const settings = z.object({
  batchSize: z.int().min(1).max(100).default(20).describe('Ideas a batch'),
  parallel: z.int().min(1).max(4).default(1).describe('Batches at once'),
});

/** Stage 3: turns each idea into a task for the writer. Local, and free. */
export default defineStage({
  key: 'queue-tasks',
  title: 'Ideas → Tasks',
  kind: 'local',
  settings,
  item: Idea,
  nouns: { one: 'idea', many: 'ideas' },
  waiting: { status: IdeaStatus.New },
  label: (idea) => idea.title,
  opening: (batch) =>
    `Queueing batch ${batch.index}/${batch.count} (${counted(batch.items.length, 'idea', 'ideas')})`,
  phases: { SAVE: 'Queueing tasks' },
  forecast: (items) => ({ usage: [], produces: { tasks: items } }),

  async work() {
    return null;
  },

  async save(_output, batch, context) {
    const tasks = batch.items.map((idea) => ({
      idea: idea._id,
      cluster: idea.cluster,
      title: idea.title,
      brief: idea.brief,
      articleKind: idea.articleKind,
      keywords: idea.keywords,
      wordTarget: idea.wordTarget,
    }));
    await context.in(Task).insert(tasks);
    await context
      .in(Idea)
      .update({ _id: { $in: batch.items.map((idea) => idea._id) } }, { $set: { status: IdeaStatus.Queued } });
    return {
      counters: { ideasProcessed: tasks.length, tasksCreated: tasks.length, batches: 1 },
      message: `${counted(tasks.length, 'task', 'tasks')} created`,
    };
  },
});
