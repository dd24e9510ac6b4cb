import { describe, expect, it } from 'vitest';
import type { ActivityEvent, BatchName } from '../../../schema/activity.ts';
import { lastLines, renderRunLog } from '../../../server/engine/run-log/render.ts';
import { exampleRun } from './example-run.ts';
import { RunBuilder, type StageWords } from './run-builder.ts';

const files = renderRunLog(exampleRun());
const main = files.get('automation_run.log') ?? '';
const first = files.get('stage_1.log') ?? '';

describe('automation_run.log', () => {
  it.each([
    '14:05:23 - Automation started (trigger: manual)',
    '14:05:23 - Credit check: Account has 1500 credits, estimated need: 866 credits',
    '14:05:23 - Stage 1 starting: Keywords → Clusters',
    '14:05:23 - Stage 1: Found 47 pending keywords',
    '14:05:23 - Stage 1: Processing batch 1/3 (20 keywords)',
    '14:05:23 - Stage 1: AI task queued: task_id=cluster-keywords-1',
    '14:07:11 - Stage 1: Batch 1 complete - 3 clusters created',
    "14:11:11 - Stage 2: Cluster 'Coffee Beans' complete: 7 ideas created",
    '14:11:59 - Stage 3: Batch 1 complete: 20 tasks created',
    '14:12:22 - Stage 4: Writing sections (65% complete)',
    '14:12:43 - Stage 4: Content created (2500 words)',
  ])('holds the line: %s', (line) => {
    expect(main.split('\n')).toContain(line);
  });

  it("begins with the plan's header", () => {
    const rule = '='.repeat(40);
    expect(main.split('\n').slice(0, 8)).toEqual([
      rule,
      'AUTOMATION RUN: run_20251203_140523_manual',
      'Started: 2025-12-03 14:05:23',
      'Trigger: manual',
      'Account: 5',
      'Site: 12',
      rule,
      '',
    ]);
  });

  it('tells what is ready for review, and its ids', () => {
    expect(main).toContain(' - Automation complete. 56 content pieces ready for review\n');
    expect(main).toContain(' - Content IDs ready: [123, 456, 789]\n');
  });

  it('leaves phases without a percent to the stage files', () => {
    expect(main).not.toContain('AI analyzing keywords');
  });

  it('never says that a local batch was handed to the AI', () => {
    expect(main).not.toContain('Stage 3: AI task queued');
    expect(files.get('stage_3.log')).not.toContain('AI task queued');
  });
});

describe('a stage file', () => {
  it.each([
    '--- Batch 1/3 ---',
    "14:05:23 - Query: { status: 'new', cluster: null }",
    '14:05:23 - Found 47 pending keywords',
    '14:05:23 - Batch size: 20 keywords',
    '14:05:23 - Total batches: 3',
    '14:05:23 - Keyword IDs: [101, 102, 103, ..., 120]',
    '14:05:23 - AI task queued: task_id=cluster-keywords-1',
    '14:05:23 - Phase: INIT - Initializing',
    '14:05:25 - Phase: AI_CALL - AI analyzing keywords',
    '14:07:11 - Phase: SAVE - Creating clusters',
    '14:07:11 - Phase: DONE - Complete',
    '14:07:11 - Result: 3 clusters created',
    '14:07:11 - Clusters: ["Coffee Beans", "Brewing Methods", "Coffee Equipment"]',
    '14:07:11 - Credits used: 4',
  ])('holds the line: %s', (line) => {
    expect(first.split('\n')).toContain(line);
  });

  it('names the stage, its account and its site where the batch is handed over', () => {
    expect(first).toMatch(/ - Calling cluster-keywords\(ids=\[101\.\.120\], account=\S+, site=\S+\)\n/);
  });

  it('ends with the summary box', () => {
    const box =
      'STAGE 1 COMPLETE\nTotal Time: 5m 30s\nProcessed: 47 keywords\nClusters Created: 8\nCredits Used: 10';
    const rule = '='.repeat(40);
    expect(first.endsWith(`\n\n${rule}\n${box}\n${rule}\n`)).toBe(true);
  });
});

const writing: StageWords = {
  key: 'generate-content',
  name: { number: 4, title: 'Tasks → Content', kind: 'ai' },
  one: 'task',
  many: 'tasks',
  total: 3,
  batchSize: 1,
  query: '{}',
  phase: 'AI writing',
  saving: 'Saving',
};
const batchOf = (index: number): BatchName => ({ index, count: 3, first: index, last: index, total: 3 });
const phaseOf = (index: number): ActivityEvent => ({
  type: 'batch.phase',
  batch: batchOf(index),
  phase: 'AI_CALL',
  message: `Writing article ${index}`,
});

describe('the lines of a run that is not plain sailing', () => {
  it("repeat a batch's heading where batches side by side alternate", () => {
    const run = new RunBuilder('2025-12-03T14:00:00Z').begin(writing);
    for (const index of [1, 2, 2, 1]) run.add(4, phaseOf(index));
    const text = renderRunLog(run.rows).get('stage_4.log') ?? '';
    expect(text.split('\n').filter((line) => /Batch \d|article/.test(line))).toEqual([
      '--- Batch 1/3 ---',
      '14:00:00 - Phase: AI_CALL - Writing article 1',
      '--- Batch 2/3 ---',
      '14:00:00 - Phase: AI_CALL - Writing article 2',
      '14:00:00 - Phase: AI_CALL - Writing article 2',
      '--- Batch 1/3 ---',
      '14:00:00 - Phase: AI_CALL - Writing article 1',
    ]);
  });

  it('begin no file for a stage that is still ahead', () => {
    const run = new RunBuilder('2025-12-03T14:00:00Z').begin(writing);
    run.add(6, { type: 'stage.itemsRetried', count: 2, message: '' });
    const texts = renderRunLog(run.rows);
    expect([...texts.keys()]).toEqual(['automation_run.log', 'stage_4.log']);
    expect(texts.get('automation_run.log')).toContain('Stage 6: 2 failed items put back');
  });

  it('tell the failure in the log of its stage as well, with its code', () => {
    const run = new RunBuilder('2025-12-03T14:00:00Z').begin(writing);
    run.add(4, { type: 'run.failed', code: 'AI_KEY_REFUSED', message: 'The key is refused' });
    const texts = renderRunLog(run.rows);
    expect(texts.get('stage_4.log')).toContain('14:00:00 - Error: AI_KEY_REFUSED - The key is refused\n');
    expect(texts.get('automation_run.log')).toContain('Automation failed at Stage 4: The key is refused\n');
  });

  it('give a skipped stage a file that says why', () => {
    const run = new RunBuilder('2025-12-03T14:00:00Z');
    const name = { number: 1, title: 'Keywords → Clusters', kind: 'ai' } as const;
    run.add(1, { type: 'stage.skipped', name, reason: 'No keywords to process' });
    const text = renderRunLog(run.rows).get('stage_1.log') ?? '';
    expect(text.split('\n').slice(1, 6)).toEqual([
      'STAGE 1: Keywords → Clusters (AI)',
      'Started: 2025-12-03 14:00:00',
      '='.repeat(40),
      '',
      '14:00:00 - No keywords to process',
    ]);
  });
});

describe('the last lines of a log', () => {
  it('are its last events, from the text and from the rows alike', () => {
    for (const count of [0, 1, 5, 50, 1_000]) {
      expect(lastLines(exampleRun(), count)).toEqual(lastLines(main, count));
    }
    expect(lastLines(main, 2)).toEqual([
      expect.stringMatching(/ - Automation complete\. 56 content pieces ready for review$/),
      expect.stringMatching(/ - Content IDs ready: \[123, 456, 789\]$/),
    ]);
    expect(lastLines(main, 50)).toHaveLength(50);
  });

  it('are all there are when more are asked for', () => {
    expect(lastLines(main, 1_000)[0]).toBe('14:05:23 - Automation started (trigger: manual)');
  });
});
