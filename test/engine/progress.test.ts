import { describe, expect, it } from 'vitest';
import { type AutomationRun, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import type { CurrentBatch } from '../../server/engine/progress/current-batch.ts';
import {
  expectedItems,
  runPercent,
  runTimeLeft,
  type Seen,
  stageTimeLeft,
} from '../../server/engine/progress/outlook.ts';
import { pacesOf, usualPace } from '../../server/engine/progress/pace.ts';
import { secondsLater, stageWith } from '../cli/shown-run.ts';

/** Items expected of each stage when the run started: 10 keywords, 10 ideas, and 10 articles that take longest. */
const estimate = {
  credits: 0,
  stages: {
    keywords: { items: 10, credits: 0 },
    ideas: { items: 10, credits: 0 },
    articles: { items: 10, credits: 0 },
  },
};

const exactly = (seconds: number) => ({
  ms: seconds * 1000,
  lowMs: seconds * 500,
  highMs: seconds * 2000,
});
/** Seconds an item: 1, 1 and 8, so that the articles are 80 % of the run. */
const paces = new Map([
  ['keywords', exactly(1)],
  ['ideas', exactly(1)],
  ['articles', exactly(8)],
]);

const done = (total: number) => ({
  status: StageStatus.Completed,
  total,
  processed: total,
  startedAt: secondsLater(0),
  endedAt: secondsLater(10),
});
const waiting = { status: StageStatus.Waiting };
const running = (processed: number, total = 10, failed = 0) => ({
  status: StageStatus.Running,
  total,
  processed,
  failed,
  batches: processed,
  settings: { batchSize: 1, parallel: 1 },
  startedAt: secondsLater(0),
});

type Given = Parameters<typeof stageWith>[2];

function seen(
  stages: { keywords?: Given; ideas?: Given; articles?: Given },
  given: Partial<Omit<Seen, 'run'>> & { run?: Partial<AutomationRun> } = {},
): Seen {
  const { run = {}, ...rest } = given;
  const all = { keywords: waiting, ideas: waiting, articles: waiting, ...stages };
  const sequence = ['keywords', 'ideas', 'articles', 'gate'];
  const entries = sequence.map((key, index) => [
    key,
    stageWith(index + 1, key, key === 'gate' ? { kind: 'gate' } : all[key as keyof typeof all]),
  ]);
  return {
    run: {
      status: RunStatus.Running,
      sequence,
      current: 'keywords',
      stages: Object.fromEntries(entries),
      estimate,
      pause: null,
      endedAt: null,
      ...run,
    },
    paces,
    isOffline: false,
    batch: null,
    now: secondsLater(100),
    ...rest,
  };
}

const writing = (percent: number | null): CurrentBatch => ({
  index: 1,
  count: 10,
  first: 1,
  last: 1,
  label: 'Coffee',
  phase: 'AI_CALL',
  message: 'Writing',
  percent,
  startedAt: null,
  wait: null,
});

describe('the percentage of a run', () => {
  it.each([
    ['nothing before anything has begun', seen({}), 0],
    ['a stage by the time it takes, not by its number', seen({ keywords: done(10), ideas: done(10) }), 20],
    ['half of the longest stage', seen({ keywords: done(10), ideas: done(10), articles: running(5) }), 60],
    ['failed items, which are done with', seen({ keywords: running(3, 10, 2) }), 5],
    ['a stage that turned out twice as large', seen({ keywords: running(10, 20) }), 5],
    ['a skipped stage as done', seen({ keywords: { status: StageStatus.Skipped } }), 10],
    [
      'less than all before it has completed',
      seen({ keywords: done(10), ideas: done(10), articles: done(10) }),
      99.9,
    ],
    [
      'all when it has completed, whatever was skipped',
      seen({}, { run: { status: RunStatus.Completed } }),
      100,
    ],
  ])('counts %s', (_, given, percent) => {
    expect(runPercent(given)).toBe(percent);
  });

  it('counts what a batch tells of itself, and nothing where it does not tell', () => {
    const stages = { keywords: done(10), ideas: done(10), articles: running(5) };
    const at = (percent: number | null) =>
      runPercent(seen(stages, { batch: writing(percent), run: { current: 'articles' } }));
    expect([at(null), at(50), at(100)]).toEqual([60, 64, 68]);
  });

  it('counts stages alike where nothing was expected', () => {
    const nothing = { credits: 0, stages: {} };
    expect(runPercent(seen({ keywords: done(1), ideas: done(1) }, { run: { estimate: nothing } }))).toBe(50);
  });
});

describe('the time left', () => {
  it('is what was measured on the site, for stages ahead', () => {
    expect(runTimeLeft(seen({}))).toEqual({ ms: 100_000, lowMs: 50_000, highMs: 200_000 });
  });

  it('is shared by batches side by side', () => {
    const articles = { ...waiting, settings: { parallel: 4 } };
    expect(stageTimeLeft('articles', seen({ articles }))).toMatchObject({ ms: 20_000 });
  });

  it('follows the pace of the run itself once something is done, the surer the more there is', () => {
    // 9 and a half in 95 seconds: ten seconds each, though a second was usual.
    const early = stageTimeLeft('keywords', seen({ keywords: running(1, 11) }, { now: secondsLater(15) }));
    expect(early).toEqual({ ms: 95_000, lowMs: 47_500, highMs: 190_000 });
    const late = stageTimeLeft('keywords', seen({ keywords: running(9, 11) }, { now: secondsLater(95) }));
    expect(late).toEqual({ ms: 15_000, lowMs: 11_250, highMs: 20_000 });
  });

  it('counts what the AI is waited for, until it is asked again', () => {
    const now = secondsLater(95);
    const wait = { until: secondsLater(125), message: '', isRateLimit: true };
    const left = (at: Date) =>
      stageTimeLeft(
        'keywords',
        seen({ keywords: running(9, 11) }, { now: at, batch: { ...writing(null), wait } }),
      );
    expect(left(now)).toEqual({ ms: 45_000, lowMs: 41_250, highMs: 50_000 });
    expect(left(secondsLater(190))?.ms).toBe(30_000);
  });

  it('leaves out the time in which the run was paused', () => {
    const keywords = { ...running(9, 11), restedMs: 3_600_000 };
    const left = stageTimeLeft('keywords', seen({ keywords }, { now: secondsLater(3_600 + 95) }));
    expect(left).toMatchObject({ ms: 15_000 });
  });

  it('stands still while the run is paused', () => {
    const pause = { reason: 'person', message: '', by: 'Ada', at: secondsLater(95), needed: 0 } as const;
    const run = { status: RunStatus.Paused, pause };
    const left = stageTimeLeft(
      'keywords',
      seen({ keywords: running(9, 11) }, { run, now: secondsLater(9_999) }),
    );
    expect(left).toMatchObject({ ms: 15_000 });
  });

  it('expects of a stage ahead as many more or fewer items as the last one had', () => {
    const { run } = seen({ keywords: done(10), ideas: done(5) });
    expect(expectedItems('articles', run)).toBe(5);
    expect(stageTimeLeft('articles', seen({ keywords: done(10), ideas: done(5) }))).toMatchObject({
      ms: 40_000,
    });
  });

  it('is none for a stage that is done, and unknown for a gate', () => {
    const given = seen({ keywords: done(10) });
    expect(stageTimeLeft('keywords', given)).toMatchObject({ ms: 0, highMs: 0 });
    expect(stageTimeLeft('gate', given)).toBeNull();
  });

  it.each([RunStatus.Completed, RunStatus.Failed, RunStatus.Cancelled])(
    'is not told of a %s run',
    (status) => {
      expect(runTimeLeft(seen({}, { run: { status } }))).toBeNull();
    },
  );
});

describe('the pace of a stage', () => {
  const finished = (seconds: number, given: Given = {}) => ({
    stages: { write: stageWith(1, 'write', { ...done(10), endedAt: secondsLater(seconds), ...given }) },
  });

  it('is the median of the finished runs, within their extremes', () => {
    const paces = pacesOf([finished(10), finished(20), finished(90)]);
    expect(paces.get('write')).toEqual({ ms: 2_000, lowMs: 1_000, highMs: 9_000 });
  });

  it('is less sure after one run', () => {
    expect(pacesOf([finished(30)]).get('write')).toEqual({ ms: 3_000, lowMs: 2_000, highMs: 4_500 });
  });

  it('is that of one batch, however many were side by side', () => {
    expect(pacesOf([finished(10, { settings: { parallel: 4 } })]).get('write')).toMatchObject({ ms: 4_000 });
  });

  it.each([
    ['was skipped', { status: StageStatus.Skipped }],
    ['had no items', { total: 0, processed: 0 }],
    ['has not ended', { status: StageStatus.Running, endedAt: null }],
  ])('is not taken from a stage that %s', (_, given) => {
    expect(pacesOf([finished(10, given)]).size).toBe(0);
  });

  it('is a usual one where nothing was measured: of the AI, of local work, of the offline provider', () => {
    const pace = (kind: 'ai' | 'local', isOffline: boolean) =>
      usualPace({ kind, batchSize: 20, isOffline }).ms;
    expect(pace('ai', false)).toBe(3_000);
    expect(pace('ai', true)).toBeLessThan(50);
    expect(pace('local', false)).toBeLessThan(50);
    const declared = { kind: 'ai', usualMs: 216_000, batchSize: 1 } as const;
    expect(usualPace({ ...declared, isOffline: false }).ms).toBe(216_000);
    expect(usualPace({ ...declared, isOffline: true }).ms).toBeLessThan(1_000);
  });
});
