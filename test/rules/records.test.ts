import { describe, expect, it } from 'vitest';
import { sourcesIn, textOf } from './sources.ts';

/** What may be done to a collection whose documents stand as they were written. */
const onceWritten = new Set([
  'insertOne',
  'insertMany',
  'find',
  'findOne',
  'countDocuments',
  'aggregate',
  'totals',
  'require',
]);

/** Files that hand a collection on to what only reads it: pages of a list. */
const listing = ['server/graphql/credits/credit.resolver.ts'];

/** Files that name the collection for its indexes. */
const indexing = /^server\/db\/migrations\//;

const files = sourcesIn('server', 'plugins').filter((file) => !indexing.test(file));

/** Each use of a kind's collection: the method called on it at once, or `handed on` where there is none. */
function usesOf(kind: string): { file: string; method: string }[] {
  const typed = '(?:<[^()]*?>)?';
  const use = new RegExp(`\\.(?:of|in)${typed}\\(\\s*${kind}\\s*\\)(?:\\s*\\.(\\w+)\\s*${typed}\\()?`, 'g');
  return files.flatMap((file) =>
    [...textOf(file).matchAll(use)].map(([, method]) => ({ file, method: method ?? 'handed on' })),
  );
}

const namedBy = (text: string) => files.filter((file) => textOf(file).includes(text));

describe('an entry of the ledger', () => {
  it('is inserted and read, and never changed or deleted', () => {
    const uses = usesOf('CreditEntry');
    const strange = uses.filter(({ method }) => !onceWritten.has(method));
    expect(strange.map(({ file, method }) => [file, method])).toEqual(
      listing.map((file) => [file, 'handed on']),
    );
    // A rule that sees nothing would hold for anything.
    expect(uses.filter(({ method }) => method.startsWith('insert')).length).toBeGreaterThanOrEqual(3);
  });

  it('is reached by its kind alone, where the rule above can see it', () => {
    expect(namedBy('credit_entries')).toEqual([]);
    expect(files.filter((file) => /\$(?:merge|out)\b/.test(textOf(file)))).toEqual([]);
  });

  it('is made in the ledger', () => {
    expect(namedBy('new CreditEntry(')).toEqual(['server/credits/ledger.ts']);
  });
});

describe('an answer in the journal', () => {
  it('is written by the journal alone, and never deleted; of an old one the reply is taken', () => {
    expect(namedBy('new AiCall(')).toEqual(['server/ai/journal.ts']);
    expect(namedBy('ai_calls')).toEqual([]);
    expect(
      usesOf('AiCall').filter(({ method }) => /update|delete|insert|replace|bulk/i.test(method)),
    ).toEqual([{ file: 'server/ai/journal-retention.ts', method: 'updateMany' }]);
    const changes = textOf('server/ai/journal-retention.ts').match(/\$(set|unset|inc)\b.*/g);
    expect(changes).toEqual(["$set: { reply: null, inputHash: '' } };"]);
    expect(textOf('server/ai/journal.ts')).not.toMatch(/delete|remove|drop/i);
  });
});
