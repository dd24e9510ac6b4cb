import { beforeAll, describe, expect, it } from 'vitest';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { cases } from './cases.ts';
import { evaluate, type Result } from './evaluate.ts';
import { failed, tableOf } from './report.ts';

describe('the offline provider in an evaluation', () => {
  let results: Result[];
  beforeAll(async () => {
    results = await evaluate(cases, offlineProviders);
  });

  it('makes every stage’s call in four languages, and keeps every rule that sample texts must keep', () => {
    expect([...new Set(results.map(({ language }) => language))]).toEqual(['en', 'de', 'es', 'ja']);
    expect(results).toHaveLength(4 * 5);
    expect(failed(results)).toEqual([]);
  });

  it('is exempt from three rules, and says why', () => {
    const exempt = results.flatMap(({ scores }) => scores.filter((score) => score.exempt !== undefined));
    expect([...new Set(exempt.map(({ rule }) => rule))]).toEqual(['length', 'links used', 'banned phrases']);
  });

  it('is told in a table by provider and prompt version, with a column for each language', () => {
    const table = tableOf(results);
    expect(table).toMatch(/^clusters, prompt \d+, offline:galley-offline\n +least +en +de +es +ja\n/);
    expect(table).toMatch(/^ {2}links used +1\.00 +0\.00~ +0\.00~ +0\.00~ +0\.00~$/m);
    expect(table).toMatch(/^image, prompt \d+, offline:galley-painter$/m);
  });
});

describe('a model in an evaluation', () => {
  const [english] = cases;
  // Short enough for the passages of the samples, and too short for all of them.
  const brief = english && { ...english, article: { ...english.article, words: 600 } };
  const { text, image } = offlineProviders;
  const answering = (reply: (purpose: string, given: unknown) => unknown): Providers => ({
    image,
    text: {
      name: 'scripted',
      model: 'one',
      isOffline: false,
      async answer(call, input, options) {
        const given = await text.answer(call, input, options);
        return { ...given, reply: reply(call.purpose, given.reply) };
      },
    },
  });
  const brokenBy = async (providers: Providers) =>
    failed(await evaluate(brief ? [brief] : [], providers)).map(({ stage, problem, scores }) => ({
      stage,
      problem,
      broken: scores.filter(({ passed }) => !passed).map(({ rule }) => rule),
    }));

  it('has to keep those rules, too', async () => {
    expect(await brokenBy(answering((_, given) => given))).toEqual([
      { stage: 'article', problem: null, broken: ['length', 'links used'] },
    ]);
  });

  it('has failed a stage by no usable answer, and what depends on it', async () => {
    const broken = await brokenBy(answering((purpose, given) => (purpose === 'outline' ? {} : given)));
    expect(broken.map(({ stage }) => stage)).toEqual(['article', 'image prompts', 'image']);
    expect(broken[0]?.problem).toContain('outline: no usable answer in 3 tries');
  });
});
