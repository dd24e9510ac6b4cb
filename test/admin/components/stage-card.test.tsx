import { I18nContext } from 'ra-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StageCard } from '../../../admin/automation/stages/StageCard.tsx';
import { i18nProvider, loadPageWords } from '../../../admin/i18n/i18n-provider.ts';

await loadPageWords();

type Stage = Parameters<typeof StageCard>[0]['stage'];
type Run = Parameters<typeof StageCard>[0]['run'];

const running: Run = { status: 'RUNNING', pause: null, waitingFor: null, error: null };
const paused = (reason: string, message: string): Run => ({
  ...running,
  status: 'PAUSED',
  pause: { at: '2025-12-03T14:05:23Z', by: null, reason, message, needed: 0 },
});

const writing: Stage = {
  key: 'generate-content',
  number: 4,
  title: 'Tasks → Content',
  kind: 'AI',
  status: 'RUNNING',
  total: 20,
  processed: 2,
  remaining: 18,
  failed: 0,
  percent: 10,
  batches: 2,
  startedAt: '2025-12-03T14:05:23Z',
  endedAt: null,
  elapsedSeconds: 2_700,
  creditsUsed: 38,
  estimatedCredits: 280,
  expectedCredits: 280,
  counters: [],
  batch: {
    index: 3,
    count: 20,
    first: 3,
    last: 3,
    label: 'Ultimate Coffee Bean Guide',
    phase: 'AI_CALL',
    percent: 65,
    message: 'Writing sections',
    elapsedSeconds: 40,
  },
  timeLeft: { seconds: 5_400, lowSeconds: 3_600, highSeconds: 7_200 },
};
const waiting: Stage = {
  ...writing,
  status: 'WAITING',
  ...{ total: 0, processed: 0, remaining: 0, percent: null, batches: 0, creditsUsed: 0 },
  ...{ startedAt: null, elapsedSeconds: null, batch: null },
};
const clustered: Stage = {
  ...writing,
  ...{ key: 'cluster-keywords', number: 1, title: 'Keywords → Clusters', status: 'COMPLETED' },
  ...{
    total: 60,
    processed: 60,
    remaining: 0,
    percent: 100,
    elapsedSeconds: 150,
    creditsUsed: 12,
    batch: null,
  },
  counters: [
    { name: 'keywordsProcessed', value: 60 },
    { name: 'clustersCreated', value: 8 },
  ],
};
const gate: Stage = {
  ...waiting,
  ...{
    key: 'review-gate',
    number: 7,
    title: 'Content → Review',
    kind: 'GATE',
    estimatedCredits: 0,
    expectedCredits: 0,
  },
};

/** What the card says, as one reads it. */
function textOf(stage: Stage, run: Run, isFirst = false): string {
  const nouns =
    stage.number === 1
      ? ['keyword', 'keywords']
      : stage.kind === 'GATE'
        ? ['content piece', 'content pieces']
        : ['task', 'tasks'];
  const [one = '', many = ''] = nouns;
  const markup = renderToStaticMarkup(
    <I18nContext.Provider value={i18nProvider}>
      <StageCard
        stage={stage}
        run={run}
        nouns={{ one, many }}
        after={isFirst ? undefined : stage.number - 1}
      />
    </I18nContext.Provider>,
  );
  const words = markup.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, ' ');
  return words
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the card of a stage', () => {
  it('that waits says for which one, and what it is expected to cost', () => {
    const text = textOf(waiting, running);
    expect(text).toContain('Stage 4: Tasks → Content AI Waiting (Stage 3 must complete)');
    expect(text).toContain('Will process when Stage 3 completes');
    expect(text).toContain('~280 expected');
  });

  it('that is the first of its run waits for nothing else', () => {
    const text = textOf(waiting, running, true);
    expect(text).toContain('Waiting to start');
    expect(text).not.toContain('must complete');
  });

  it('at work says at which item, how far that is, what is done and what is left', () => {
    const text = textOf(writing, running);
    expect(text).toContain('Processing (Task 3/20)');
    expect(text).toContain('Ultimate Coffee Bean Guide · Writing sections 65%');
    expect(text).toContain('2 completed, 18 left of 20 · batch 3 of 20');
    expect(text).toContain('Time: 45m');
    expect(text).toContain('Credits: 38 of ~280');
    expect(text).toContain('ETA: 1h 30m (1h–2h)');
  });

  it('at work on many items at once says which', () => {
    const batch = writing.batch && { ...writing.batch, first: 21, last: 40 };
    expect(textOf({ ...writing, total: 47, batch }, running)).toContain('Processing (Tasks 21–40/47)');
  });

  it('that failed some items says how many', () => {
    expect(textOf({ ...writing, failed: 2 }, running)).toContain('2 failed');
  });

  it('that waits for an AI says why, and when it is tried again', () => {
    const waitingFor = { reason: 'RATE_LIMIT', message: 'The AI limits its rate.', by: null } as const;
    const text = textOf(writing, {
      ...running,
      waitingFor: { ...waitingFor, needed: null, until: null, retryInSeconds: 12 },
    });
    expect(text).toContain('Waiting 2 completed');
    expect(text).toContain('The AI limits its rate. Retry in 12 seconds.');
  });

  it('that is paused says by whom', () => {
    const text = textOf(writing, paused('person', 'Paused by Ada'));
    expect(text).toContain('Paused 2 completed, 18 left of 20');
    expect(text).toContain('Paused by Ada');
  });

  it('that waits for credits says how many it needs', () => {
    const text = textOf(writing, paused('credits', 'It needs 20 credits more.'));
    expect(text).toMatch(/Waiting for credits 2 completed.* It needs 20 credits more\./);
  });

  it('that is done says what came of what, and what it took', () => {
    const text = textOf(clustered, running);
    expect(text).toContain('Stage 1: Keywords → Clusters AI Completed 60 keywords → 8 clusters');
    expect(text).toContain('Time: 2m 30s');
    expect(text).toContain('Credits: 12');
  });

  it('that asked no AI took no time', () => {
    const local: Stage = { ...clustered, kind: 'LOCAL', elapsedSeconds: 0, creditsUsed: 0 };
    expect(textOf(local, running)).toContain('Time: Instant');
  });

  it('that was skipped says that nothing waited for it', () => {
    const text = textOf({ ...waiting, status: 'SKIPPED', elapsedSeconds: 0 }, running);
    expect(text).toContain('Skipped No tasks to process');
  });

  it('at which the run failed says why', () => {
    const error = { code: 'AI_KEY_REFUSED', message: 'The key is not valid.', stage: 'generate-content' };
    const text = textOf(
      { ...writing, status: 'FAILED', batch: null },
      { ...running, status: 'FAILED', error },
    );
    expect(text).toContain('Failed 2 completed, 18 left of 20');
    expect(text).toContain('The key is not valid.');
  });

  it('of a cancelled run says where it was cancelled, and what was not reached', () => {
    const cancelled: Run = { ...running, status: 'CANCELLED' };
    expect(textOf({ ...writing, batch: null }, cancelled)).toContain('Cancelled here');
    expect(textOf(waiting, cancelled)).toContain('Not reached');
  });

  it('of the gate says that automation stops there, before it is reached and after', () => {
    const before = textOf(gate, running);
    expect(before).toContain('STOPS HERE');
    expect(before).toContain('Waiting (Stage 6 must complete)');
    const after = textOf({ ...gate, status: 'COMPLETED', total: 2 }, { ...running, status: 'COMPLETED' });
    expect(after).toContain('STOPS HERE Awaiting manual review Ready for review: 2 content pieces');
    expect(after).toContain('Automation stops here. User reviews manually.');
  });
});
