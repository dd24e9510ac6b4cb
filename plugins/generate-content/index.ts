import { type Batch, defineStage, type MadeWith } from '#stage';
import { titleKeyOf } from '../../language/title-key.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import { siteFacts } from '../../schema/site-facts.ts';
import { Task, TaskStatus } from '../../schema/task.ts';
import type { Draft } from './article.ts';
import { articleCalls } from './foreseen.ts';
import { freeSlug } from './free-slug.ts';
import { sampleSections, sampleWords } from './offline.ts';
import { finishCall } from './prompt.ts';
import { relatedTo } from './related.ts';
import { settings, sizeOf, wordsOfArticle } from './settings.ts';
import { firstIndexOf, writeArticle } from './write.ts';

/** Stage 4: writes an article draft for each task. */
export default defineStage({
  key: 'generate-content',
  title: 'Tasks → Content',
  kind: 'ai',
  settings,
  item: Task,
  nouns: { one: 'task', many: 'tasks' },
  waiting: { status: TaskStatus.Queued },
  label: (task) => task.title,
  opening: (batch) => `Started content generation for ${nameOf(batch)}`,
  phases: { PREP: 'Collecting what is known', SAVE: 'Saving the draft' },
  forecast: (items, settings, rates) => ({
    usage: [{ kind: 'words', count: items * wordsOfArticle(settings, rates), articles: items }],
    produces: { contents: items },
  }),
  // As the plan has it, for an outline, six sections and a finish.
  usualMs: 216_000,
  calls: articleCalls,

  async work(batch, context) {
    const { site, settings, ai } = context;
    const written: (Draft & { task: string; sample: boolean; madeWith: MadeWith })[] = [];
    for (const [position, task] of batch.items.entries()) {
      const cluster = await context.read(Cluster).findOne({ _id: task.cluster });
      const assignment = {
        site: siteFacts(site, ai.isOffline),
        title: task.title,
        brief: task.brief,
        articleKind: task.articleKind,
        keywords: task.keywords.length > 0 ? task.keywords : [task.title],
        topic: cluster?.name ?? task.title,
        ...(await relatedTo(task, cluster, batch, context)),
        ...(ai.isOffline ? { words: sampleWords, sections: sampleSections } : sizeOf(task, site, settings)),
      };
      const draft = await writeArticle(assignment, position, context, (message, done) =>
        context.progress(message, Math.round(((position + done) / batch.items.length) * 100)),
      );
      const madeWith = ai.madeWith(finishCall, firstIndexOf(position));
      written.push({ ...draft, task: task._id.toHexString(), sample: ai.isOffline, madeWith });
    }
    return written;
  },

  async save(written, batch, context) {
    const waiting = new Map(batch.items.map((task) => [task._id.toHexString(), task]));
    const words: number[] = [];
    for (const { task: id, ...draft } of written) {
      const task = waiting.get(id);
      if (task === undefined) continue;
      const slug = await freeSlug(draft.title, context);
      const titleKey = titleKeyOf(draft.title, context.site.language);
      await context.in(Content).insert([{ ...draft, slug, titleKey, task: task._id, cluster: task.cluster }]);
      words.push(draft.wordCount);
    }
    const tasks = [...waiting.values()];
    for (const { _id } of tasks) {
      await context.in(Task).updateOne({ _id }, { $set: { status: TaskStatus.Completed } });
    }
    await context
      .in(Idea)
      .update({ _id: { $in: tasks.map((task) => task.idea) } }, { $set: { status: IdeaStatus.Completed } });
    const total = words.reduce((sum, count) => sum + count, 0);
    return {
      counters: { tasksProcessed: tasks.length, contentCreated: words.length, totalWords: total },
      usage: words.map((count) => ({ kind: 'words', count, articles: 1 })),
      message:
        words.length === 1
          ? `Content created (${total} words)`
          : `${words.length} content pieces created (${total} words)`,
      // In a batch of several, those that left it may have come before the one that stayed.
      ...(context.settings.batchSize === 1 && {
        closing: `Completed ${nameOf(batch)} → Content created (${total} words)`,
      }),
    };
  },
});

/** `Task 3`, or of several `Tasks 3–5`: by their places among the stage's tasks. */
function nameOf({ first, items }: Batch<Task>): string {
  return items.length === 1 ? `Task ${first}` : `Tasks ${first}–${first + items.length - 1}`;
}
