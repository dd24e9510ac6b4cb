import { describe, expect, it } from 'vitest';
import { decode, guessMapping, readKeywordFile, toImport } from '../../admin/keywords/import/keyword-file.ts';

describe('a file of keywords', () => {
  it.each([
    ['commas', 'keyword,volume\nburr grinder,10', ','],
    ['semicolons', 'Keyword;Volume\nburr grinder;10', ';'],
    ['tabs', 'Keyword\tVolume\nburr grinder\t10', '\t'],
  ])('is read with %s between its cells', (_, text, delimiter) => {
    const file = readKeywordFile('list.csv', text);
    expect(file).toMatchObject({ delimiter, rowCount: 1, preview: [['burr grinder', '10']] });
    expect(guessMapping(file.header)).toEqual(['keyword', 'volume']);
  });

  it('keeps a separator in quotes within its cell', () => {
    const file = readKeywordFile('list.csv', 'keyword,notes\n"grinder, burr",x');
    expect(file.preview).toEqual([['grinder, burr', 'x']]);
  });

  it('is known by the names that other tools give its columns, each once and its own name first', () => {
    const header = [
      '#',
      'Keyword',
      'KD',
      'Avg. monthly searches',
      'CPC (USD)',
      'Search intent',
      'Volume',
      'Database',
    ];
    expect(guessMapping(header)).toEqual([
      ...[null, 'keyword', 'difficulty', null],
      ...['cpc', 'intent', 'volume', 'country'],
    ]);
  });

  it('has its header below a title, as the API finds it', () => {
    const text =
      'Keyword Stats\nNovember 1 - 30, 2025\nKeyword\tAvg. monthly searches\nmoka pot\t10K – 100K\n';
    const file = readKeywordFile('list.csv', text);
    expect(file).toMatchObject({ hasHeader: true, delimiter: '\t', preview: [['moka pot', '10K – 100K']] });
    expect(toImport(file, guessMapping(file.header))).toEqual({
      header: 'keyword\tvolume',
      csv: '\n\n\nmoka pot\t10K – 100K\n',
    });
    expect(readKeywordFile('list.csv', text, false).rowCount).toBe(4);
  });

  it('has its keywords in the first column where no name tells', () => {
    expect(guessMapping(['Thing', 'Volume'])).toEqual(['keyword', 'volume']);
  });

  it('is sent with the names the API knows, and each line under its number', () => {
    const file = readKeywordFile('list.csv', '\r\nQuery,Notes,KD\r\n\r\nburr grinder,x,3\r\n');
    const { csv, header } = toImport(file, ['keyword', null, 'difficulty']);
    expect(header).toBe('keyword,left out 2,difficulty');
    expect(csv.split('\n')).toEqual(['', '', '', 'burr grinder,x,3', '']);
  });

  it.each([
    ['of one column, each line of which is a keyword', 'burr grinder\npour over', 2],
    ['with figures in its first line', 'burr grinder,1200\npour over,800', 2],
    ['with names that nobody knows', 'Thing,Note\npour over,soon', 1],
  ])('that is %s has a header only where that is likely', (_, text, rowCount) => {
    const file = readKeywordFile('list.txt', text);
    expect([file.rowCount, file.hasHeader]).toEqual([rowCount, rowCount === 1]);
    expect(file.preview).toHaveLength(rowCount);
    expect(guessMapping(file.header)[0]).toBe('keyword');
  });

  it('has a header where somebody says so', () => {
    const text = 'Suchbegriff\nKaffee';
    expect(readKeywordFile('list.txt', text)).toMatchObject({ header: [''], rowCount: 2 });
    expect(readKeywordFile('list.txt', text, true)).toMatchObject({ header: ['Suchbegriff'], rowCount: 1 });
  });

  it('in an older encoding is no text: its letters would be guessed', () => {
    expect(decode(Uint8Array.from(Buffer.from('café', 'latin1')).buffer)).toBeNull();
  });

  it('may be UTF-16, as some tools write it', () => {
    const text = 'keyword\ncafé';
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect(decode(Uint8Array.from(bytes).buffer)).toBe(text);
    expect(decode(Uint8Array.from(bytes.swap16()).buffer)).toBe(text);
  });
});
