import { z } from 'zod';
import { defineStage } from '#stage';
import { counted } from '../../language/counted.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import { Task } from '../../schema/task.ts';
import { sortedByNews } from './asked-already.ts';

const settings = z.object({
  batchSize: z.int().min(1).max(100).default(20).describe('Ideas per batch'),
  parallel: z.int().min(1).max(4).default(1).describe('Batches in parallel'),
});

/**
 * Stage 3: turns each idea into a task for the writer. Local, and free. One that the site has an article of is disabled,
 * for a person to judge: nothing is written twice.
 */
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
    const { fresh, repeated } = await sortedByNews(batch.items, context);
    const tasks = fresh.map((idea) => ({
      idea: idea._id,
      cluster: idea.cluster,
      title: idea.title,
      brief: idea.brief,
      articleKind: idea.articleKind,
      keywords: idea.keywords,
      wordTarget: idea.wordTarget,
    }));
    await context.in(Task).insert(tasks);
    const ideas = context.in(Idea);
    await ideas.update(anyOf(fresh), { $set: { status: IdeaStatus.Queued } });
    if (repeated.length > 0) await ideas.update(anyOf(repeated), { $set: { disabled: true } });
    return {
      counters: { ideasProcessed: batch.items.length, tasksCreated: tasks.length, batches: 1 },
      message: `${counted(tasks.length, 'task', 'tasks')} created`,
      notes: repeated.map(({ title }) => `Left out, the site has it already: ${title}`),
    };
  },
});

function anyOf(ideas: readonly Idea[]) {
  return { _id: { $in: ideas.map(({ _id }) => _id) } };
}
