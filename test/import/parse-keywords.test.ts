import { describe, expect, it } from 'vitest';
import { csvLine } from '../../admin/shell/list/csv.ts';
import { readRecords } from '../../server/import/csv-records.ts';
import { parseKeywords } from '../../server/import/parse-keywords.ts';

const phrases = (input: string | Uint8Array) =>
  parseKeywords(input, 'list.csv').rows.map((row) => row.phrase);
const messages = (input: string | Uint8Array) =>
  parseKeywords(input, 'list.csv').problems.map((problem) => problem.message);

describe('Reading a keyword list', () => {
  it('takes each column that it knows and leaves what is not given empty', () => {
    const { rows, problems, duplicates } = parseKeywords(
      'keyword,volume,difficulty,intent,cpc,country\nespresso machine,1200,34.5,commercial,0.85,US\nmoka pot\n',
      'list.csv',
    );
    expect(rows).toEqual([
      {
        phrase: 'espresso machine',
        normalised: 'espresso machine',
        volume: 1200,
        difficulty: 34.5,
        intent: 'commercial',
        cpc: 0.85,
        country: 'US',
      },
      {
        phrase: 'moka pot',
        normalised: 'moka pot',
        volume: null,
        difficulty: null,
        intent: null,
        cpc: null,
        country: null,
      },
    ]);
    expect({ problems, duplicates }).toEqual({ problems: [], duplicates: 0 });
  });

  it.each([
    ['a byte order mark', '\uFEFFkeyword\nmoka pot'],
    ['a byte order mark in bytes', Buffer.from('\uFEFFkeyword\nmoka pot')],
    ['CRLF line ends', 'keyword,volume\r\nmoka pot,5\r\n'],
    ['CR line ends', 'keyword,volume\rmoka pot,5\r'],
    ['blank lines', '\n\nkeyword\n\n  \nmoka pot\n\n'],
    ['rows of separators alone', 'keyword,volume\n,\nmoka pot,5\n,,,\n'],
    ['spaces and capitals in the header', ' Volume , KeyWord \n5,moka pot'],
    ['quotes', '"keyword","volume"\n"moka pot","5"'],
    ['semicolons', 'keyword;volume\nmoka pot;5'],
    ['tabs', 'keyword\tvolume\nmoka pot\t5'],
    ['unknown columns', 'rank,keyword,trend\n1,moka pot,"up, slowly"'],
    ['a note of several lines in an unknown column', 'keyword,note\nmoka pot,"one\n""two""\nthree"'],
    ['empty cells past the last column', 'keyword,volume\nmoka pot,5,,\n'],
    ['runs of white space', 'keyword\n  moka \u00A0 pot  '],
    ['full-width letters', 'keyword\nｍｏｋａ pot'],
  ])('reads through %s', (_, input) => {
    expect(phrases(input)).toEqual(['moka pot']);
    expect(messages(input)).toEqual([]);
  });

  it.each([
    ['a separator in quotes', 'keyword\n"tea, green"', 'tea, green'],
    ['another separator', 'keyword\ntea; green', 'tea; green'],
    ['doubled quotes in quotes', 'keyword\n"the ""best"" tea"', 'the "best" tea'],
    ['a quote amid a phrase', 'keyword,volume\n12" pizza,5', '12" pizza'],
    ['letters of any language', 'keyword\nКофе für 東京 ☕', 'Кофе für 東京 ☕'],
    ['signs beside a digit', 'keyword\n4:3', '4:3'],
    ['a pictograph', 'keyword\n🚀', '🚀'],
    ['a flag', 'keyword\n🇯🇵', '🇯🇵'],
  ])('keeps %s as part of the phrase', (_, input, phrase) => {
    expect(phrases(input)).toEqual([phrase]);
  });

  it('merges duplicates, counts them, and fills what the first one lacks from the later ones', () => {
    const { rows, duplicates } = parseKeywords(
      'keyword,volume,cpc,country\nMoka Pot,,1.5,\nmoka  pot,900,2,IT\nMOKA POT,800,,DE\ntea,1,,\n',
      'list.csv',
    );
    expect(duplicates).toBe(2);
    expect(rows).toMatchObject([
      { phrase: 'Moka Pot', volume: 900, cpc: 1.5, country: 'IT' },
      { phrase: 'tea', volume: 1 },
    ]);
  });
});

describe('A bad row', () => {
  const long = 'x'.repeat(201);

  it.each([
    ['moka pot,many', 'the volume "many" is not a number; write it like 1200 or 0.85'],
    ['moka pot,"1,20"', 'the volume "1,20" is not a number; write it like 1200 or 0.85'],
    ['moka pot,2024-01-31', 'the volume "2024-01-31" is not a number; write it like 1200 or 0.85'],
    ['moka pot,5,"1,200"', 'the difficulty "1,200" is not a number; write it like 1200 or 0.85'],
    ['moka pot,-1', 'the volume "-1" is not a number; write it like 1200 or 0.85'],
    [
      `moka pot,${'a'.repeat(500)}`,
      `the volume "${'a'.repeat(40)}…" is not a number; write it like 1200 or 0.85`,
    ],
    ['moka pot,5,101', 'the difficulty 101 is above 100'],
    [`moka pot,5,${'9'.repeat(500)}`, `the difficulty ${'9'.repeat(40)}… is above 100`],
    ['moka pot,5,1,$2', 'the cpc "$2" is not a number; write it like 1200 or 0.85'],
    [',5', 'the keyword is missing'],
    ['!!!,5', 'the keyword "!!!" has no letter and no digit'],
    ['"—",5', 'the keyword "—" has no letter and no digit'],
    [`${'?'.repeat(201)},5`, `the keyword "${'?'.repeat(40)}…" has no letter and no digit`],
    [`${long},5`, `the keyword "${'x'.repeat(40)}…" has 201 characters; the maximum is 200`],
    [
      'tea, green,5,1,2',
      'there are 5 values and 4 columns; put a value that contains the separator in quotes',
    ],
    ['"moka pot,5', 'a quote is opened and not closed'],
    ['"moka" pot,5', 'a closing quote must end the value'],
  ])('%j is told with its file and line, and the rows around it are kept', (row, fault) => {
    const input = `keyword,volume,difficulty,cpc\nred tea,1\n${row}\ngreen tea,2\n"black, tea",3\n`;
    expect(messages(input)).toEqual([`list.csv, line 3: ${fault}.`]);
    expect(phrases(input)).toEqual(['red tea', 'green tea', 'black, tea']);
  });

  it('with a phrase of exactly 200 characters is a good one', () => {
    expect(phrases(`keyword\n${'x'.repeat(200)}`)).toHaveLength(1);
  });

  it('is one whose intent or country has more than 100 characters', () => {
    const [good, bad] = ['x'.repeat(100), 'x'.repeat(101)];
    const rows = [`a,${good},${good}`, `b,${bad},`, `c,,${bad}`];
    const told = `"${'x'.repeat(40)}…" has 101 characters; the maximum is 100.`;
    const input = ['keyword,intent,country', ...rows].join('\n');
    expect(messages(input)).toEqual([
      `list.csv, line 3: the intent ${told}`,
      `list.csv, line 4: the country ${told}`,
    ]);
    expect(phrases(input)).toEqual(['a']);
  });

  it('that is not UTF-8 costs no other row', () => {
    const input = Buffer.concat([
      Buffer.from('keyword\r\ncaf'),
      Buffer.from([0xe9]),
      Buffer.from('\r\nthé\r\n'),
    ]);
    expect(phrases(input)).toEqual(['thé']);
    expect(messages(input)).toEqual([
      'list.csv, line 2: this is not UTF-8 text; save the file as "CSV UTF-8".',
    ]);
  });

  it('whose open quote meets a later one swallows none of the rows between', () => {
    const input = 'keyword,volume\n"red tea,1\ngreen tea,2\nblack tea",3\nwhite tea,4\n';
    expect(phrases(input)).toEqual(['green tea', 'black tea"', 'white tea']);
    expect(messages(input)).toEqual(['list.csv, line 2: a quote is opened and not closed.']);
  });

  it('after a value of several lines is told with its own line', () => {
    expect(messages('keyword,volume,note\ntea,1,"a\nb\nc"\nmoka,x,\n')).toEqual([
      'list.csv, line 5: the volume "x" is not a number; write it like 1200 or 0.85.',
    ]);
  });
});

describe('The records of a list', () => {
  it.each(['a,"b', '"a" b,1'])('are there at once, however many lines read %j', (line) => {
    const lines = Array.from({ length: 2_000_000 }, () => line);
    let faults = 0;
    for (const record of readRecords({ lines, start: 0, delimiter: ',', isWhole: () => false }))
      if ('fault' in record) faults += 1;
    expect(faults).toBe(lines.length);
  });
});

describe('A file that holds no keyword list', () => {
  const refusal = (input: string | Uint8Array) => {
    try {
      return parseKeywords(input, 'list.csv');
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a byte order mark', '\uFEFF'],
    ['a header', 'keyword,volume\n'],
  ])('is refused when there is only %s', (_, input) => {
    expect(refusal(input)).toMatchObject({
      code: 'FILE_EMPTY',
      message:
        'The file list.csv contains no keywords. Use a CSV file with a "keyword" column and one keyword per line.',
    });
  });

  it.each([
    ['\nthing,Search Volume\ntea,1', 2, ['thing', 'Search Volume']],
    ['thing;volume\ntea;1', 1, ['thing', 'volume']],
    ['"thing,volume\ntea,1', 1, ['"thing', 'volume']],
    ['Keyword ideas\nkeyword\ntea', 1, ['Keyword ideas']],
  ])('is refused with the columns found when none is the keyword: %j', (input, line, columns) => {
    expect(refusal(input)).toMatchObject({
      code: 'NO_KEYWORD_COLUMN',
      message: `list.csv, line ${line}: there is no "keyword" column. The columns found are ${columns.map((name) => `"${name}"`).join(', ')}. Rename the column that holds the phrases to "keyword".`,
      details: { columns },
    });
  });

  it('is refused with a word on how to save it when it is in an older encoding', () => {
    expect(refusal(Buffer.from('café\nmoka pot', 'latin1'))).toMatchObject({
      code: 'FILE_NOT_TEXT',
      message: 'list.csv, line 1: this is not UTF-8 text. Save the file as "CSV UTF-8" and try again.',
    });
  });

  it('comes back as it was where the console wrote it for a spreadsheet', () => {
    const phrases = ['-10 degree coffee', "'-10' coffee", "'quoted' coffee", '@home, coffee', '=1+1'];
    const file = csvLine(['keyword', 'intent']) + phrases.map((phrase) => csvLine([phrase, '+'])).join('');
    const { rows } = parseKeywords(file, 'list.csv');
    expect(rows.map(({ phrase, intent }) => [phrase, intent])).toEqual(
      phrases.map((phrase) => [phrase, '+']),
    );
  });

  it('without a header is read by one that is given, each line under its number', () => {
    const { rows, lines } = parseKeywords('moka pot;10\n\ntea;?\nlatte;5', 'list.txt', 'keyword;volume');
    expect(rows.map(({ phrase, volume }) => [phrase, volume])).toEqual([
      ['moka pot', 10],
      ['latte', 5],
    ]);
    expect(lines).toEqual([1, 4]);
  });
});
