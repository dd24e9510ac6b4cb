import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stages as pipeline } from '../../plugins/index.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { parseSettings } from '../../server/engine/settings.ts';
import type { AnyStage } from '../../server/engine/stage.ts';
import { makeToys } from '../support/toy-stages.ts';

const [model] = makeToys().stages;

/** A stage that differs from others in what the registry looks at. */
function stage(key: string, after?: string, more: Partial<AnyStage> = {}): AnyStage {
  if (!model) throw new TypeError('there is no toy stage');
  return { ...model, key, ...(after !== undefined && { after }), ...more };
}

const keysOf = (stages: readonly AnyStage[]) => createRegistry(stages).keys;
const refusal = (code: string, ...words: string[]) =>
  expect.objectContaining({ code, message: expect.stringMatching(new RegExp(words.join('.*'))) });

describe('the order of stages', () => {
  it('is the seven of the pipeline, each where the plan has it', () => {
    expect(keysOf(pipeline)).toEqual([
      'cluster-keywords',
      'generate-ideas',
      'queue-tasks',
      'generate-content',
      'generate-image-prompts',
      'generate-images',
      'review-gate',
    ]);
  });

  it('is that of the list, where no stage says otherwise', () => {
    expect(keysOf([stage('b'), stage('a'), stage('c')])).toEqual(['b', 'a', 'c']);
  });

  it('puts a stage right behind the one that its `after` names, wherever it stands in the list', () => {
    expect(keysOf([stage('x', 'a'), stage('a'), stage('b')])).toEqual(['a', 'x', 'b']);
    expect(keysOf([stage('a'), stage('b'), stage('x', 'a')])).toEqual(['a', 'x', 'b']);
  });

  it('keeps several behind one as they come, each with its own followers', () => {
    const stages = [stage('a'), stage('b'), stage('x', 'a'), stage('y', 'a'), stage('x2', 'x')];
    expect(keysOf(stages)).toEqual(['a', 'x', 'x2', 'y', 'b']);
  });

  it('finds a stage by its key, and names all keys where there is none', () => {
    const registry = createRegistry([stage('a'), stage('b')]);
    expect(registry.get('b').key).toBe('b');
    expect(() => registry.get('c')).toThrow(refusal('UNKNOWN_STAGE', '"c"', '"a", "b"'));
  });
});

describe('stages that cannot be used', () => {
  it('are refused when two have the same key', () => {
    expect(() => createRegistry([stage('a'), stage('a')])).toThrow(refusal('DUPLICATE_STAGE', '"a"'));
  });

  it('are refused when `after` names none of them', () => {
    expect(() => createRegistry([stage('a'), stage('x', 'nowhere')])).toThrow(
      refusal('UNKNOWN_AFTER', '"x"', '"nowhere"', '"a", "x"'),
    );
  });

  it.each([
    ['a stage behind itself', [stage('a'), stage('x', 'x')], '"x"'],
    ['two behind each other', [stage('a'), stage('x', 'y'), stage('y', 'x')], '"x", "y"'],
    ['a follower of such two', [stage('x', 'y'), stage('y', 'x'), stage('z', 'y')], '"x", "y", "z"'],
  ])('are refused when they go round in a circle: %s', (_, stages, named) => {
    expect(() => createRegistry(stages)).toThrow(refusal('STAGE_CYCLE', named));
  });

  it.each(['', 'Upper', 'with space', 'a.b', '$a', '-a', 'ä'])('are refused for the key "%s"', (key) => {
    expect(() => createRegistry([stage(key)])).toThrow(refusal('INVALID_STAGE', 'lower-case letters'));
  });

  it.each([
    [
      'a setting without a default',
      z.object({ batchSize: z.int(), parallel: z.int().default(1) }),
      'default',
    ],
    ['no batch size', z.object({ parallel: z.int().default(1) }), 'batchSize and parallel'],
    [
      'a batch of none',
      z.object({ batchSize: z.int().default(0), parallel: z.int().default(1) }),
      'at least 1',
    ],
  ])('are refused for settings with %s', (_, settings, reason) => {
    expect(() => createRegistry([stage('a', undefined, { settings })])).toThrow(
      refusal('INVALID_STAGE', '"a"', reason),
    );
  });
});

describe('settings of a stage', () => {
  it('are completed by its defaults', () => {
    const settings = { batchSize: 5, parallel: 1, loudness: 1, isOn: true };
    expect(parseSettings(stage('a'), { batchSize: 5 })).toEqual(settings);
    expect(parseSettings(stage('a'))).toEqual({ ...settings, batchSize: 20 });
  });

  it('are refused beyond their bounds, each field by its name', () => {
    expect(() => parseSettings(stage('a'), { batchSize: 101, parallel: 0 })).toThrow(
      refusal('INVALID_SETTINGS', '"a"', 'batchSize: ', 'parallel: '),
    );
  });

  it.each(pipeline.map(({ key }) => [key]))(
    'of %s have an upper bound for batches and for parallel work',
    (key) => {
      const settings = createRegistry(pipeline).get(key).settings;
      expect(settings.safeParse({ batchSize: 100_000 }).success).toBe(false);
      expect(settings.safeParse({ parallel: 1_000 }).success).toBe(false);
      expect(settings.safeParse({ batchSize: 1, parallel: 1 }).success).toBe(true);
    },
  );
});
