import { describe, expect, it } from 'vitest';
import type { Batch, PipelineItem } from '#stage';
import generateContent from '../../plugins/generate-content/index.ts';
import generateIdeas from '../../plugins/generate-ideas/index.ts';
import queueTasks from '../../plugins/queue-tasks/index.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Idea } from '../../schema/idea.ts';
import { Task } from '../../schema/task.ts';

const rates = { keywordsPerCluster: 6, ideasPerCluster: 7, wordsPerArticle: 2500, imagesPerArticle: 4 };

function batchOf<Item extends PipelineItem>(
  items: readonly Item[],
  place: Partial<Batch<Item>> = {},
): Batch<Item> {
  return { key: 'key', index: 1, count: 1, first: 1, total: items.length, items, ...place };
}

describe('stage 2 in the log and in the estimate', () => {
  const clusters = ['Espresso Machines', 'Cold Brew'].map((name) => Object.assign(new Cluster(), { name }));

  it('opens a batch with the name of its cluster', () => {
    expect(generateIdeas.opening?.(batchOf(clusters.slice(0, 1)))).toBe(
      'Generating ideas for cluster: Espresso Machines',
    );
    expect(generateIdeas.opening?.(batchOf(clusters))).toBe(
      'Generating ideas for clusters: Espresso Machines, Cold Brew',
    );
  });

  it('expects seven ideas a cluster, or as many as the site is used to or has set', () => {
    const settings = generateIdeas.settings.parse({});
    const ideas = (change: object, used = rates) =>
      generateIdeas.forecast(8, { ...settings, ...change }, used).produces.ideas;
    expect(ideas({})).toBe(56);
    expect(ideas({}, { ...rates, ideasPerCluster: 6.5 })).toBe(52);
    expect(ideas({ ideasPerCluster: 3 })).toBe(24);
  });
});

describe('stage 3 in the log and in the estimate', () => {
  it('opens a batch with its number and the ideas in it', () => {
    const ideas = Array.from({ length: 20 }, () => new Idea());
    expect(queueTasks.opening?.(batchOf(ideas, { index: 2, count: 3 }))).toBe(
      'Queueing batch 2/3 (20 ideas)',
    );
    expect(queueTasks.opening?.(batchOf(ideas.slice(0, 1), { index: 3, count: 3 }))).toBe(
      'Queueing batch 3/3 (1 idea)',
    );
  });

  it('makes a task of each idea, for nothing', () => {
    expect(queueTasks.forecast(56, queueTasks.settings.parse({}), rates)).toEqual({
      usage: [],
      produces: { tasks: 56 },
    });
  });
});

describe('stage 4 in the log and in the estimate', () => {
  it('opens a batch with the numbers of its tasks', () => {
    const tasks = ['Guide', 'Review', 'List'].map((title) => Object.assign(new Task(), { title }));
    expect(generateContent.opening?.(batchOf(tasks.slice(0, 1), { first: 3, total: 56 }))).toBe(
      'Started content generation for Task 3',
    );
    expect(generateContent.opening?.(batchOf(tasks, { first: 4, total: 56 }))).toBe(
      'Started content generation for Tasks 4–6',
    );
  });

  it('expects the usual number of words for each article', () => {
    expect(generateContent.forecast(56, generateContent.settings.parse({}), rates)).toEqual({
      usage: [{ kind: 'words', count: 140_000, articles: 56 }],
      produces: { contents: 56 },
    });
  });
});

describe.each([
  { stage: generateIdeas, batchSize: 1, most: 5 },
  { stage: queueTasks, batchSize: 20, most: 100 },
  { stage: generateContent, batchSize: 1, most: 5 },
])('the settings of $stage.key', ({ stage, batchSize, most }) => {
  it('have defaults', () => {
    expect(stage.settings.parse({})).toMatchObject({ batchSize, parallel: 1 });
  });

  it('are bounded', () => {
    expect(stage.settings.safeParse({ batchSize: most }).success).toBe(true);
    for (const outside of [0, most + 1, 1.5])
      expect(stage.settings.safeParse({ batchSize: outside }).success).toBe(false);
  });
});
