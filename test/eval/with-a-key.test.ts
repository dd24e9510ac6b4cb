import { beforeAll, describe, expect, it } from 'vitest';
import { openStandIn } from '../support/ai-mock.ts';
import { cases } from './cases.ts';
import { evaluate, type Result } from './evaluate.ts';
import { evaluatedProviders } from './providers.ts';
import { failed, tableOf } from './report.ts';

const key = 'sk-eval-0123456789';
const server = await openStandIn({ key });
const env = {
  OPENAI_API_KEY: key,
  OPENAI_BASE_URL: `${server.url}/v1`,
  TEXT_MODEL: 'a-writer',
  IMAGE_MODEL: 'a-painter',
};

describe('an evaluation with a key in the environment', () => {
  let results: Result[];
  beforeAll(async () => {
    await using providers = await evaluatedProviders(env);
    results = await evaluate(cases.slice(0, 1), providers);
  });

  it('asks the models that it names, with the key, and tells the figures as theirs', () => {
    const asked = server.requests();
    expect(new Set(asked.map(({ model }) => model))).toEqual(new Set(['a-writer', 'a-painter']));
    expect(asked.every(({ hasKey }) => hasKey)).toBe(true);
    expect(results.map(({ problem }) => problem)).toEqual(Array(5).fill(null));
    expect(tableOf(results)).toMatch(/^clusters, prompt \d+, compatible:a-writer\n/);
    expect(tableOf(results)).toMatch(/\nimage, prompt \d+, compatible:a-painter\n/);
  });

  it('is failed by a model whose texts are of the right form and say nothing', () => {
    const broken = failed(results).map(({ stage, scores }) => [
      stage,
      ...scores.filter(({ passed }) => !passed).map(({ rule }) => rule),
    ]);
    expect(broken).toEqual([
      ['ideas', 'title length'],
      ['article', 'keywords covered', 'links used', 'no repetition'],
      ['image', 'size'],
    ]);
  });
});
