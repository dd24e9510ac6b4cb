import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKeywordFile } from '../../server/import/read-keyword-file.ts';

describe('Reading a keyword file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-import-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives the rows of the file', async () => {
    const path = join(folder, 'tea.csv');
    await writeFile(path, 'keyword\ngreen tea\n');
    expect((await readKeywordFile(path)).rows).toMatchObject([{ phrase: 'green tea' }]);
  });

  it.each([
    ['missing.csv', 'it does not exist'],
    ['.', 'it is a folder'],
  ])('says why %j cannot be read', async (name, reason) => {
    const path = join(folder, name);
    await expect(readKeywordFile(path)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
      message: `The file ${path} cannot be read: ${reason}. Check its name.`,
    });
  });
});
