import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stages } from '../../plugins/index.ts';
import { textOf } from './sources.ts';

const plan = textOf('docs/plan.md');

/** The cells of a table's rows by their first, which is a stage's key; of the nth table that has it. */
const cellsOf = (key: string, table: number) => {
  const rows = plan.split('\n').filter((line) => line.startsWith(`| \`${key}\``));
  return rows[table]?.split('|').map((cell) => cell.trim()) ?? [];
};

/** Numbers differ from example to example. */
const numberless = (text: string) => text.replaceAll(/\d+|#/g, '#');

describe('docs/plan.md', () => {
  it('has the stages in their order', () => {
    const [, table = ''] = plan.split('## Stages');
    const [of = ''] = table.split('## The example');
    expect([...of.matchAll(/^\| `([a-z-]+)`/gm)].map(([, key]) => key)).toEqual(stages.map(({ key }) => key));
  });

  it.each(stages.map((stage) => [stage.key, stage] as const))('tells how %s works', (key, stage) => {
    const [, , , batch = '', time = ''] = cellsOf(key, 0);
    const { batchSize } = stage.settings.parse({});
    if (stage.kind !== 'gate') expect(Number.parseInt(batch, 10)).toBe(batchSize);
    expect(time).toBe(stage.usualMs ? `${(stage.usualMs * batchSize) / 1_000} s` : 'at once');
  });

  it('tells sentences that tests hold to the letter', () => {
    const held = numberless(globSync('test/{engine,errors}/**/*.test.ts').map(textOf).join('\n'));
    const [, sentences = ''] = plan.split('## Sentences');
    const told = [...sentences.matchAll(/`([A-Z][^`]+)`/g)].map(([, sentence = '']) => sentence);
    expect(told.length).toBeGreaterThan(15);
    // Which stage it is, a test may add to many at once.
    const wordsOf = (sentence: string) => numberless(sentence.replace(/^Stage \d: /, '')).split('…')[0] ?? '';
    expect(told.filter((sentence) => !held.includes(wordsOf(sentence)))).toEqual([]);
  });
});
