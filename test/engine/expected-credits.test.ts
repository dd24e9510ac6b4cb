import { describe, expect, it } from 'vitest';
import { StageStatus } from '../../schema/automation-run.ts';
import { expectedCredits } from '../../server/engine/progress/expected-credits.ts';
import { stageWith } from '../cli/shown-run.ts';

const estimate = {
  credits: 800_000,
  stages: {
    articles: { items: 63, credits: 126_000 },
    prompts: { items: 63, credits: 126_000 },
    images: { items: 252, credits: 504_000 },
    gate: { items: 0, credits: 0 },
  },
};

type Given = Parameters<typeof stageWith>[2];

function expected(key: string, articles: Given, prompts: Given = {}): number {
  const stages = {
    articles: stageWith(1, 'Articles', articles),
    prompts: stageWith(2, 'Prompts', prompts),
    images: stageWith(3, 'Images'),
    gate: stageWith(4, 'Gate', { kind: 'gate' }),
  };
  return expectedCredits(key, { sequence: Object.keys(stages), stages, estimate });
}

describe('the credits that a stage is expected to use', () => {
  const done = { status: StageStatus.Completed, total: 84, processed: 84, creditsUsed: 170_000 };
  const begun = { status: StageStatus.Running, total: 84, creditsUsed: 2_000 };

  it('are at the start what was estimated', () => {
    expect(expected('prompts', {})).toBe(126_000);
    expect(expected('gate', {})).toBe(0);
  });

  it('follow the items that came to the stages before it, as soon as these begin', () => {
    expect(expected('prompts', begun)).toBe(168_000);
    expect(expected('images', begun)).toBe(672_000);
    expect(expected('images', done, { ...begun, total: 42 })).toBe(336_000);
  });

  it('follow its own items while it is at work, are no less than it has used, and are that when it is done', () => {
    expect(expected('articles', begun)).toBe(168_000);
    expect(expected('articles', { ...begun, creditsUsed: 169_000 })).toBe(169_000);
    expect(expected('articles', done)).toBe(170_000);
  });

  it('are what it has used where none of its items was foreseen', () => {
    const surprised = { articles: stageWith(1, 'Articles', begun) };
    const foreseen = { credits: 0, stages: { articles: { items: 0, credits: 0 } } };
    const run = { sequence: ['articles'], stages: surprised, estimate: foreseen };
    expect(expectedCredits('articles', run)).toBe(2_000);
  });
});
