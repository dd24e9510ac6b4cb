import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import generateContent from '../../plugins/generate-content/index.ts';
import { stages as pipeline } from '../../plugins/index.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { Site } from '../../schema/site.ts';
import { type AskedModels, foreseenNeed } from '../../server/ai/foreseen-cost.ts';
import { tokensOf } from '../../server/ai/tokens.ts';
import { estimateFor, estimateRange } from '../../server/engine/estimate-range.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';

const app = await openTestApp();
const { engine } = app;

/** `openai:gpt-6-sol` as a model. */
function model(name: string): AskedModels['text'] {
  const [provider = '', ...rest] = name.split(':');
  return { provider, model: rest.join(':') };
}
const asked = (text: string, image: string): AskedModels => ({ text: model(text), image: model(image) });
const known = asked('openai:gpt-6-sol', 'openai:gpt-image-2');
const hundred = (models: AskedModels, site = new Site()) =>
  estimateFor(engine, site, {}, { moreKeywords: 100, models });

describe('what the AI calls of a run would come to', () => {
  it('is told by stage, and in all by their sum, each between a low and a high', async () => {
    const { stages, ai } = await hundred(known);
    expect(stages.map(({ ai: own }) => own?.calls.low)).toEqual([5, 14, 0, 592, 74, 222, 0]);
    for (const figure of ['calls', 'tokensIn', 'tokensOut', 'usd'] as const) {
      const sum = stages.reduce((all, stage) => all + (stage.ai?.[figure]?.expected ?? Number.NaN), 0);
      const { expected, low, high } = ai[figure] ?? { expected: 0, low: 0, high: 0 };
      expect(Math.abs(sum - expected)).toBeLessThan(stages.length);
      expect(low).toBeLessThan(expected);
      expect(high).toBeGreaterThan(expected);
    }
  });

  it('follows the words, sections and pictures that the site has set', async () => {
    const site = await makeSite(engine.database);
    const all = await hundred(known, site);
    const stages = {
      'generate-content': { wordTarget: 1_250, sections: 3 },
      'generate-image-prompts': { imagesPerArticle: 2 },
    };
    const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
    await engine.database.of(AutomationConfig).insertOne(config);
    const less = await hundred(known, site);
    const calls = ({ stages: told }: typeof all, at: number) => told[at]?.ai?.calls.low ?? 0;
    expect(calls(less, 3) / calls(all, 3)).toBeCloseTo(5 / 8);
    expect(less.stages[5]?.ai?.calls.expected).toBeCloseTo((all.stages[5]?.ai?.calls.expected ?? 0) / 2, -1);
    expect(less.stages[3]?.ai?.usd?.expected).toBeLessThan((all.stages[3]?.ai?.usd?.expected ?? 0) * 0.7);
  });

  it('costs nothing offline, and nobody knows what where a model has no known price', async () => {
    const site = await makeSite(engine.database);
    await makeKeywords(engine.database, site, numbered(10));
    const offline = await estimateRange(engine, site._id, {});
    expect(offline.ai.usd).toEqual({ expected: 0, low: 0, high: 0 });
    expect(offline.ai.calls.expected).toBeGreaterThan(50);
    const local = await hundred(asked('compatible:llama3.2', 'offline:galley-painter'));
    expect(local.ai.usd).toBeNull();
    expect(local.stages[5]?.ai?.usd?.expected).toBe(0);
  });

  it('is not known of a stage of others that does not tell what it asks', async () => {
    const { calls: _, ...silent } = generateContent;
    const stages = pipeline.map((stage) => (stage === generateContent ? silent : stage));
    const other = { ...engine, registry: createRegistry(stages) };
    const { stages: told } = await estimateFor(other, new Site(), {}, { moreKeywords: 100 });
    expect(told.map(({ ai }) => ai === null)).toEqual([false, false, false, true, false, false, false]);
  });

  it('starts nothing, and leaves no trace', async () => {
    const before = await collectionsWithDocuments();
    await hundred(known);
    expect(await collectionsWithDocuments()).toEqual(before);
  });
});

async function collectionsWithDocuments() {
  const { db } = engine.database;
  const collections = await db.collections();
  const counts = collections.map(async (one) => [one.collectionName, await one.countDocuments()]);
  return Object.fromEntries(await Promise.all(counts));
}

describe('what a call is reckoned to need', () => {
  const [outline] =
    generateContent.calls?.(1, {
      site: new Site(),
      settings: generateContent.settings.parse({}),
      rates: { keywordsPerCluster: 6, ideasPerCluster: 7, wordsPerArticle: 2_500, imagesPerArticle: 4 },
    }) ?? [];

  it('is its prompt, schema and answer, and once more where an answer must be mended', () => {
    if (outline?.kind !== 'text') throw new TypeError('an outline is a text');
    const one = { ...outline, prompt: { system: 'a'.repeat(400), user: 'b'.repeat(800) } };
    const once = foreseenNeed([one], known, { repaired: 0, sent: 1, answered: 1 });
    const answer = tokensOf(JSON.stringify(outline.reply));
    expect(once).toMatchObject({ calls: 1, tokensOut: answer });
    expect(once.tokensIn).toBeGreaterThan(300);
    const twice = foreseenNeed([one], known, { repaired: 1, sent: 1, answered: 1 });
    expect(twice).toMatchObject({ calls: 2, tokensOut: 2 * answer, tokensIn: 2 * once.tokensIn + answer });
  });

  it('is more in languages of which a token holds less', () => {
    expect(['a', 'ж', '字'].map((letter) => tokensOf(letter.repeat(400)))).toEqual([100, 160, 400]);
  });
});

describe('the README', async () => {
  const lines = (await readFile('README.md', 'utf8')).split('\n');
  const whole = (usd: number) => `$${usd.toFixed(0)}`;
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 2 });

  it.each([
    ['openai:gpt-6-sol', 'openai:gpt-image-2'],
    ['anthropic:claude-sonnet-5-5', 'google:gemini-2.5-flash-image'],
    ['openai:gpt-6-luna', 'openai:gpt-image-1-mini'],
  ])('tells what 100 keywords cost, written by %s and painted by %s', async (text, image) => {
    const { ai } = await hundred(asked(text, image));
    const { expected, low, high } = ai.usd ?? { expected: 0, low: 0, high: 0 };
    const models = `| \`${text}\` | \`${image}\` |`;
    expect(lines.find((line) => line.startsWith(models))).toBe(
      `${models} ${whole(expected)} | ${whole(low)} to ${whole(high)} |`,
    );
    const figures = [ai.calls, ai.tokensIn, ai.tokensOut].map((figure) => compact.format(figure.expected));
    expect(lines.join(' ')).toContain(
      `about ${figures[0]} calls, ${figures[1]} input tokens and ${figures[2]} output tokens`,
    );
  });
});
