import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSearchable, normalisePhrase, tidyPhrase } from '../../schema/phrase.ts';
import type { ParsedKeywords } from '../../server/import/collect-rows.ts';
import { parseKeywords } from '../../server/import/parse-keywords.ts';

const names = ['keyword', 'volume', 'difficulty', 'intent', 'cpc', 'country'] as const;

/** A dash or n/a is what tools write where they know nothing. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map(tidyPhrase)
  .filter((value) => !/^(#?n\/a|[-–—]+)$/i.test(value));
const phrase = text.filter((value) => {
  const length = normalisePhrase(value).length;
  return isSearchable(value) && length <= 200;
});
const figure = (max: number) => fc.option(fc.integer({ min: 0, max: max * 100 }).map((cents) => cents / 100));
const row = fc.record({
  keyword: phrase,
  volume: figure(1e6),
  difficulty: figure(100),
  intent: fc.option(text),
  cpc: figure(1e3),
  country: fc.option(text),
});
const rows = fc.uniqueArray(row, {
  selector: ({ keyword }) => normalisePhrase(keyword),
  minLength: 1,
  maxLength: 20,
});
const style = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\uFEFF'),
  columns: fc.shuffledSubarray([...names], { minLength: 6 }),
  quoteAll: fc.boolean(),
});

type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

function writeLine(value: Row, { delimiter, columns, quoteAll }: Style): string {
  const cells = columns.map((name) => {
    const field = value[name] ?? '';
    // Guarded as the console's files are, lest a spreadsheet takes it for a formula.
    const cell = typeof field === 'string' ? field.replace(/^(?='*[=+\-@])/, "'") : String(field);
    return quoteAll || /[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return cells.join(delimiter);
}

function writeList(lines: readonly string[], { delimiter, lineEnd, mark, columns }: Style): Buffer {
  return Buffer.from(mark + [columns.join(delimiter), ...lines].join(lineEnd));
}

const written = ({ rows: found }: ParsedKeywords) =>
  found.map(({ phrase: keyword, normalised: _, ...rest }) => ({ keyword, ...rest }));
const expected = (list: readonly Row[]) =>
  list.map((value) => ({ ...value, intent: value.intent || null, country: value.country || null }));

describe('Any keyword list', () => {
  it('is read as it was written, in whichever style', () => {
    fc.assert(
      fc.property(rows, style, (list, how) => {
        const parsed = parseKeywords(
          writeList(
            list.map((value) => writeLine(value, how)),
            how,
          ),
          'list.csv',
        );
        expect(parsed.problems).toEqual([]);
        expect(written(parsed)).toEqual(expected(list));
      }),
    );
  });

  it('loses no good row to the bad ones among them, and tells each bad one', () => {
    const bad = fc.constantFrom('"open', '"', '"closed" early', '"one","two', '"a"b"c"');
    const mixed = fc.array(fc.oneof(bad, fc.constant(undefined)), { maxLength: 20 });
    fc.assert(
      fc.property(rows, mixed, style, (list, slips, how) => {
        const goods = list.map((value) => writeLine(value, how));
        const lines = slips.map((slip) => slip ?? goods.shift()).filter((line) => line !== undefined);
        const parsed = parseKeywords(writeList([...lines, ...goods], how), 'list.csv');
        expect(written(parsed)).toEqual(expected(list));
        expect(parsed.problems).toHaveLength(slips.filter((slip) => slip !== undefined).length);
      }),
    );
  });

  it('never throws anything but a refusal from the catalogue', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          parseKeywords(Buffer.concat([Buffer.from('keyword,volume\n'), bytes]), 'list.csv');
        } catch (error) {
          expect(error).toMatchObject({ code: 'FILE_EMPTY' });
        }
      }),
    );
  });
});
