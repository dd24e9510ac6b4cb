import { describe, expect, it } from 'vitest';
import type { ActivityEvent, BatchName } from '../../../schema/activity.ts';
import { lastLines, renderRunLog } from '../../../server/engine/run-log/render.ts';
import { RunBuilder, type StageWords } from './run-builder.ts';
import { troubledRun } from './troubled-run.ts';

const files = renderRunLog(troubledRun());
const main = files.get('automation_run.log') ?? '';

/** The lines of a log without their times. */
function sentencesIn(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^\d\d:\d\d:\d\d - /, ''));
}

describe('automation_run.log', () => {
  it.each([
    'Stage 1: No leaves to process',
    'Stage 2: Half way (35% complete)',
    'Stage 2: The provider is busy (next try in 4.2s)',
    "Stage 2: 'Is Coffee Bad for You?' failed - The provider's policy refused the request",
    'Automation paused: person',
    'Automation resumed',
    'Stage 2: 1 failed item put back',
    'Another worker goes on with this run',
    'Hold extended by 20 credits',
    'Automation failed at Stage 4: The key is refused',
    'Automation resumed by Ada',
    'Stage 2 already completed - skipping',
    'Stage 3 already completed - skipping',
    'Stage 4: Batch 2 dropped - Its items were changed meanwhile: nothing saved, nothing charged',
  ])('tells of trouble: %s', (line) => {
    expect(sentencesIn(main)).toContain(line);
  });

  it('leaves phases without a percent to the stage files', () => {
    expect(main).not.toContain('AI pouring');
  });

  it('never says that a local batch was handed to the AI', () => {
    expect(main).not.toContain('Stage 3: AI task queued');
    expect(files.get('stage_3.log')).not.toContain('AI task queued');
  });
});

describe('a stage file', () => {
  it.each([
    'The provider is busy (next try in 4.2s)',
    "Failed: 'Is Coffee Bad for You?' (103) - AI_REFUSED: The provider's policy refused the request",
    '1 failed item put back',
    'Failed: 1 cup',
  ])('tells of trouble in its stage: %s', (line) => {
    expect(sentencesIn(files.get('stage_2.log') ?? '')).toContain(line);
  });

  it('shortens a long list of ids, and names their range where the batch is handed over', () => {
    const text = files.get('stage_3.log');
    expect(text).toContain(' - Pot IDs: [101, 102, 103, ..., 120]\n');
    expect(text).toMatch(/ - Calling carry\(ids=\[101\.\.120\], account=\S+, site_id=\S+\)\n/);
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
      expect(lastLines(troubledRun(), count)).toEqual(lastLines(main, count));
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
