import { describe, expect, it } from 'vitest';
import type { ActivityEvent, BatchName } from '../../../schema/activity.ts';
import { levelOf, messageOf } from '../../../server/engine/run-log/message.ts';

const batch: BatchName = { index: 1, count: 3, first: 1, last: 20, total: 47 };
const single: BatchName = { index: 24, count: 56, first: 24, last: 24, total: 56 };
const name = { number: 1, title: 'Keywords → Clusters', kind: 'ai' } as const;

const started = (opening: string): ActivityEvent => ({
  type: 'batch.started',
  preparing: 'Preparing',
  batch,
  opening,
  current: '',
  label: '',
  one: 'keyword',
  ids: ['1', '2'],
  stageKey: 'cluster-keywords',
  batchKey: 'abc123',
});
const completed = (message: string, of: BatchName, closing: string | null = null): ActivityEvent => ({
  type: 'batch.completed',
  batch: of,
  saving: '',
  message,
  closing,
  notes: [],
  creditsUsed: 0,
});
const phase = (message: string, percent?: number): ActivityEvent => ({
  type: 'batch.phase',
  batch: single,
  phase: 'AI_CALL',
  message,
  ...(percent === undefined ? {} : { percent }),
});
const creditCheck = (available: number, estimate: number): ActivityEvent => ({
  type: 'run.creditCheck',
  available,
  estimate,
});

describe("the plan's sentences, to the letter", () => {
  it('opens a run with its trigger', () => {
    const event = { type: 'run.started', runId: 'r', trigger: 'manual', account: '5', site: '12' } as const;
    expect(messageOf(event, null)).toBe('Automation started (trigger: manual)');
  });

  it('states the credit check in credits', () => {
    expect(messageOf(creditCheck(1_500_000, 866_000), null)).toBe(
      'Credit check: Account has 1500 credits, estimated need: 866 credits',
    );
  });

  it('announces a stage by its number and title', () => {
    const counts = { query: '', found: 47, one: 'keyword', many: 'keywords', batchSize: 20, batches: 3 };
    expect(messageOf({ type: 'stage.started', name, ...counts }, 1)).toBe(
      'Stage 1 starting: Keywords → Clusters',
    );
  });

  it('says why a stage is skipped', () => {
    const event = { type: 'stage.skipped', name, reason: 'No keywords to process' } as const;
    expect(messageOf(event, 1)).toBe('Stage 1: No keywords to process');
  });

  it.each([
    [1, 'Processing batch 1/3 (20 keywords)', 'Stage 1: Processing batch 1/3 (20 keywords)'],
    [2, 'Generating ideas for cluster: Coffee Beans', 'Stage 2: Generating ideas for cluster: Coffee Beans'],
    [3, 'Queueing batch 2/3 (20 ideas)', 'Stage 3: Queueing batch 2/3 (20 ideas)'],
  ])('opens a batch of stage %i with the words of its stage', (stage, opening, sentence) => {
    expect(messageOf(started(opening), stage)).toBe(sentence);
  });

  it('closes a batch of several items that an AI worked on', () => {
    const event = completed('3 clusters created', batch);
    expect(messageOf(event, 1, 'ai')).toBe('Stage 1: Batch 1 complete - 3 clusters created');
  });

  it('closes a batch of several items that were worked on locally', () => {
    const event = completed('20 tasks created', { ...batch, index: 2 });
    expect(messageOf(event, 3, 'local')).toBe('Stage 3: Batch 2 complete: 20 tasks created');
  });

  it('closes the last batch as the others, though it holds a single item', () => {
    const last = { ...batch, index: 3, first: 41, last: 41, total: 41 };
    expect(messageOf(completed('1 cluster created', last), 1, 'ai')).toBe(
      'Stage 1: Batch 3 complete - 1 cluster created',
    );
  });

  it.each([
    [2, "Cluster 'Coffee Beans' complete: 7 ideas created"],
    [4, 'Completed Task 2 → Content created (2500 words)'],
    [5, "Content 'Coffee Bean Guide' complete: 4 prompts created"],
    [6, 'Image generated: https://media.example/coffee/1.png'],
  ])("closes a batch of stage %i with the stage's own sentence where it has one", (stage, closing) => {
    expect(messageOf(completed('7 created', single, closing), stage)).toBe(`Stage ${stage}: ${closing}`);
  });

  it('shows how far a batch is where that is known, and nothing where it is not', () => {
    expect(messageOf(phase('Writing sections', 65), 4)).toBe('Stage 4: Writing sections (65% complete)');
    expect(messageOf(phase('AI analyzing keywords'), 1)).toBe('Stage 1: AI analyzing keywords');
  });

  it('says at which stage a run failed', () => {
    const event = { type: 'run.failed', code: 'AI_KEY_REFUSED', message: 'The key is refused' } as const;
    expect(messageOf(event, 1)).toBe('Automation failed at Stage 1: The key is refused');
    expect(messageOf(event, null)).toBe('Automation failed: The key is refused');
  });

  it.each([
    [0, 'Automation complete. 0 content pieces ready for review'],
    [1, 'Automation complete. 1 content piece ready for review'],
    [56, 'Automation complete. 56 content pieces ready for review'],
    [null, 'Automation complete'],
  ])('closes a run with the number of drafts that wait, where it came so far: %s', (ready, sentence) => {
    const event: ActivityEvent = {
      type: 'run.completed',
      ready,
      contentIds: [],
      creditsUsed: 0,
      elapsedMs: 0,
    };
    expect(messageOf(event, null)).toBe(sentence);
  });
});

describe('a message', () => {
  it.each([
    [500, '0.5 credits'],
    [1_000, '1 credit'],
    [112_500, '112.5 credits'],
    [866_001, '866.001 credits'],
    [0, '0 credits'],
  ])('shows %i milli-credits with no needless decimals', (amount, credits) => {
    expect(messageOf({ type: 'run.holdExtended', amount }, null)).toBe(`Hold extended by ${credits}`);
  });

  it('sums a stage up by its counters, and names failures only where there are any', () => {
    const result = {
      type: 'stage.completed',
      name,
      processed: 45,
      failed: 2,
      one: 'keyword',
      many: 'keywords',
      counters: { keywordsProcessed: 45, clustersCreated: 8, batches: 3, creditsUsed: 10 },
      creditsUsed: 10_000,
      elapsedMs: 330_000,
    } as const;
    expect(messageOf(result, 1)).toBe(
      'Stage 1 complete: 45 keywords processed, 8 clusters created, 2 failed (10 credits, 5m 30s)',
    );
    expect(messageOf({ ...result, failed: 0 }, 1)).not.toContain('failed');
    const one = {
      ...result,
      processed: 1,
      failed: 0,
      counters: { keywordsProcessed: 1, clustersCreated: 1 },
    };
    expect(messageOf(one, 1)).toBe(
      'Stage 1 complete: 1 keyword processed, 1 cluster created (10 credits, 5m 30s)',
    );
  });

  it('says when a batch is tried again, which one was dropped and what item failed', () => {
    expect(
      messageOf({ type: 'batch.waiting', batch, message: 'Too many requests', delayMs: 12_000 }, 4),
    ).toBe('Stage 4: Too many requests (next try in 12s)');
    expect(messageOf({ type: 'batch.dropped', batch, message: 'its items were changed meanwhile' }, 1)).toBe(
      'Stage 1: Batch 1 dropped - its items were changed meanwhile',
    );
    const failed = { type: 'item.failed', batch, item: '7', code: 'AI_REFUSED', message: 'Refused' } as const;
    expect(messageOf({ ...failed, label: 'Tea' }, 4)).toBe("Stage 4: 'Tea' failed - Refused");
    expect(messageOf({ ...failed, label: '“Tea”' }, 4)).toBe('Stage 4: “Tea” failed - Refused');
  });

  it('gives the reason of a pause, a resumption and a cancellation where there is one', () => {
    const paused = { type: 'run.paused', reason: 'credits', message: 'Need 20 more credits' } as const;
    expect(messageOf(paused, null)).toBe('Automation paused: Need 20 more credits');
    expect(messageOf({ ...paused, message: '' }, null)).toBe('Automation paused: credits');
    expect(messageOf({ type: 'run.resumed', message: '', completed: [] }, null)).toBe('Automation resumed');
    expect(messageOf({ type: 'run.cancelled', message: 'Cancelled by Anna' }, null)).toBe(
      'Automation cancelled by Anna',
    );
  });

  it('is one line and obeys nothing, whatever stands in a title', () => {
    const forged = 'Tea\r\n14:05:23 - Automation complete\u2028\u001b[31m.\u0085';
    const message = messageOf(completed('', single, forged), 2);
    expect(message).toBe('Stage 2: Tea 14:05:23 - Automation complete [31m.');
  });
});

describe('the level of an event', () => {
  it.each<[ActivityEvent, string]>([
    [{ type: 'run.failed', code: 'X', message: '' }, 'error'],
    [{ type: 'item.failed', batch, label: '', item: '', code: '', message: '' }, 'error'],
    [{ type: 'run.paused', reason: 'credits', message: '' }, 'warning'],
    [{ type: 'run.warning', code: 'LOG_FILES', message: '' }, 'warning'],
    [{ type: 'batch.waiting', batch, message: '', delayMs: 1 }, 'warning'],
    [{ type: 'batch.dropped', batch, message: '' }, 'warning'],
    [completed('', batch), 'success'],
    [started(''), 'info'],
    [phase(''), 'info'],
    [creditCheck(0, 0), 'info'],
  ])('is, for %o, %s', (event, level) => {
    expect(levelOf(event)).toBe(level);
  });
});
