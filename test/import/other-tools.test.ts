import { describe, expect, it } from 'vitest';
import { parseKeywords } from '../../server/import/parse-keywords.ts';

const read = (input: string | Uint8Array) => {
  const { rows, problems, header } = parseKeywords(input, 'list.csv');
  return { rows, problems: problems.map(({ message }) => message), header };
};

describe('A list of another tool', () => {
  it('is read as Ahrefs and Semrush write it: by their names, with thousands apart and n/a', () => {
    const { rows, problems } = read(
      '#,Keyword,Country,Keyword Difficulty,Volume,CPC (USD),Parent Topic\n' +
        '1,moka pot,us,34,"40,500",0.85,coffee\n' +
        '2,burr grinder,NA,n/a,n/a,–,coffee\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { phrase: 'moka pot', volume: 40_500, difficulty: 34, cpc: 0.85, country: 'us' },
      { phrase: 'burr grinder', volume: null, difficulty: null, cpc: null, country: 'NA' },
    ]);
  });

  it('is read as the Keyword Planner writes it: below its title, in UTF-16, with tabs and ranges', () => {
    const text = [
      'Keyword Stats 2025-12-03 at 14_05_23',
      'November 1, 2024 - October 31, 2025',
      'Keyword\tCurrency\tAvg. monthly searches\tTop of page bid (low range)\tTop of page bid (high range)',
      'moka pot\tUSD\t10K – 100K\t0.31\t1.20',
      'burr grinder\tUSD\t100 - 1K\t\t',
      'cold brew\tUSD\tmany\t\t',
    ].join('\r\n');
    for (const input of [
      text,
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ]) {
      const { rows, problems, header } = read(input);
      expect(rows).toMatchObject([
        { phrase: 'moka pot', volume: 10_000, cpc: 0.31 },
        { phrase: 'burr grinder', volume: 100, cpc: null },
      ]);
      expect(problems).toEqual([expect.stringMatching(/^list\.csv, line 6: the volume "many" is not/)]);
      expect(header.line).toBe(3);
    }
  });

  it.each([
    ['40,500', 40_500],
    ['1,234,567', 1_234_567],
    ['40.500', 40_500],
    ['40 500', 40_500],
    ['40\u202F500', 40_500],
    ["40'500", 40_500],
    ['1.5K', 1_500],
    ['2M', 2_000_000],
    ['0-10', 0],
    ['<10', 0],
    ['10K+', 10_000],
    ['>1000', 1_000],
    ['1,000 – 9,999', 1_000],
    ['12.5', 12.5],
    ['-', null],
    ['—', null],
    ['N/A', null],
  ])('may say %j for a volume', (value, volume) => {
    expect(read(`keyword;volume\nmoka pot;${value}\n`)).toMatchObject({ rows: [{ volume }], problems: [] });
  });

  it('has the column of a known name where another is only called like it', () => {
    expect(read('Query,Keyword,search_volume\nx,moka pot,5\n').rows).toMatchObject([
      { phrase: 'moka pot', volume: 5 },
    ]);
  });

  it('loses none of its first lines where no header comes: a keyword may be called like a column', () => {
    const { rows } = read('keyword\nmoka pot\nsearch term\n');
    expect(rows.map(({ phrase }) => phrase)).toEqual(['moka pot', 'search term']);
  });
});
