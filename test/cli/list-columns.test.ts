import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galleyUser } from './galley.ts';

const user = galleyUser();

describe('galley run FILE', () => {
  it.each([
    [
      'Keyword,Keyword Difficulty,CPC (USD),Trend,,SERP',
      'Read from list.csv: "Keyword Difficulty" as difficulty, "CPC (USD)" as cpc; not read: "Trend", "SERP".\n',
    ],
    ['Query,Volume', 'Read from list.csv: "Query" as keyword.\n'],
    ['keyword,rank', 'Not read from list.csv: "rank".\n'],
    ['keyword,volume', ''],
  ])('says by which columns it reads the header %j', async (header, sentence) => {
    const file = join(user.folder, await user.file('list.csv', [header, 'moka pot,5']));
    const { code, stderr } = await user.command(['run', file, '--estimate']);
    expect({ code, stderr: stderr.replaceAll(file, 'list.csv') }).toEqual({ code: 0, stderr: sentence });
  });
});
