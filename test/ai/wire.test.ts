import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '../../server/ai/providers/read-json.ts';
import { wireSchemaOf } from '../../server/ai/providers/wire-schema.ts';
import { usdOf } from '../../server/ai/usd-prices.ts';

describe('The schema that a provider is sent', () => {
  it('says what there is, and nothing that a provider could refuse', () => {
    const schema = z.object({
      join: z.string().nullable(),
      name: z.string().trim().min(1).max(80).regex(/x/).describe('Its name'),
      kind: z.enum(['a', 'b']),
      keywords: z.array(z.int().min(1)).min(1).max(9),
    });
    expect(wireSchemaOf(schema)).toEqual({
      isStrict: true,
      schema: {
        type: 'object',
        properties: {
          join: { type: ['string', 'null'] },
          name: { type: 'string', description: 'Its name' },
          kind: { type: 'string', enum: ['a', 'b'] },
          keywords: { type: 'array', items: { type: 'integer' } },
        },
        required: ['join', 'name', 'kind', 'keywords'],
        additionalProperties: false,
      },
    });
  });

  it('is not called strict where something may be left out, at any depth', () => {
    expect(wireSchemaOf(z.object({ a: z.array(z.object({ b: z.string().optional() })) })).isStrict).toBe(
      false,
    );
  });

  it('keeps a property that is called as a keyword is', () => {
    const { schema } = wireSchemaOf(z.object({ pattern: z.string(), minLength: z.number() }));
    expect(schema).toMatchObject({
      properties: { pattern: { type: 'string' }, minLength: { type: 'number' } },
    });
  });
});

describe('The JSON in an answer', () => {
  it.each([
    ['alone', '{"a":1}'],
    ['in a code block', 'Here you are:\n```json\n{"a":1}\n```\nEnjoy!'],
    ['within a sentence', 'The answer is {"a":1}.'],
  ])('is found %s', (_, text) => expect(readJson(text)).toEqual({ a: 1 }));

  it('is found in the first block that ends, with more around it and within its texts', () =>
    expect(readJson('First:\n```json\n{"a": "```x```"}\n  ```\nThen:\n```\nls {}\n```')).toEqual({
      a: '```x```',
    }));

  it.each([
    ['line ends', `\`\`\`json${'\n'.repeat(400_000)}`],
    ['line ends behind a beginning', `\`\`\`json\n{"a":"x"${'\n'.repeat(400_000)}`],
    ['spaces', `\`\`\`json\n${' '.repeat(400_000)}`],
    ['fences', '```json\n'.repeat(50_000)],
    ['braces', '{'.repeat(400_000)],
  ])('is given up at once in %s that do not end', (_, text) => expect(readJson(text)).toBeUndefined());

  it.each(['', 'No.', '{"a":', '```json\n{"a"\n```'])('is not there in %j', (text) =>
    expect(readJson(text)).toBeUndefined(),
  );
});

describe('What a call costs', () => {
  const usage = { tokensIn: 1_000_000, tokensOut: 100_000, tokensCached: 400_000, pictures: 0 };

  it('is the price of its tokens, those kept from before at theirs', () => {
    expect(usdOf('openai', 'gpt-5-mini', usage).costUsd).toBeCloseTo(0.6 * 0.25 + 0.4 * 0.025 + 0.1 * 2, 9);
  });

  it('is that of the model, whatever the date in its name', () => {
    const price = usdOf('anthropic', 'claude-haiku-4-5', usage);
    expect(usdOf('anthropic', 'claude-haiku-4-5-20251001', usage)).toEqual(price);
    expect(usdOf('openai', 'gpt-5-mini-2025-08-07', usage)).toEqual(usdOf('openai', 'gpt-5-mini', usage));
  });

  it('is one price for each picture of some models', () => {
    const picture = { tokensIn: 0, tokensOut: 1_290, tokensCached: 0, pictures: 1 };
    expect(usdOf('google', 'gemini-2.5-flash-image', picture).costUsd).toBeCloseTo(0.039, 9);
  });

  it('is that of a usual picture where its tokens are not told', () => {
    const picture = { tokensIn: 0, tokensOut: 0, tokensCached: 0, pictures: 1 };
    expect(usdOf('openai', 'gpt-image-2', picture).costUsd).toBeCloseTo((1_568 * 30) / 1e6, 9);
  });

  it('is not known of models that the table does not have, and counts as nothing', () => {
    expect(usdOf('openai', 'gpt-99', usage)).toEqual({ costUsd: 0, isPriced: false });
    expect(usdOf('compatible', 'gpt-5-mini', usage)).toEqual({ costUsd: 0, isPriced: false });
  });
});
