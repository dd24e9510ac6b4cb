import { describe, expect, it } from 'vitest';
import { sourcesIn, textOf } from './sources.ts';

const maxLines = 250;
/** Names that say nothing of what is inside, and so gather everything. */
const emptyNames = /^(utils?|misc|helpers?|common|types)$/;

const files = sourcesIn('schema', 'server', 'admin', 'plugins', 'language', 'test', 'bin', 'examples').filter(
  (file) => !file.includes('node_modules/'),
);

describe('files', () => {
  it(`have at most ${maxLines} lines`, () => {
    const lines = (file: string) => textOf(file).trimEnd().split('\n').length;
    expect(
      files.filter((file) => lines(file) > maxLines).map((file) => `${file}: ${lines(file)} lines`),
    ).toEqual([]);
  });

  it('and folders are named after what they hold', () => {
    const isEmptyName = (part: string) => emptyNames.test(part.replace(/\..*$/, ''));
    expect(files.filter((file) => file.split('/').some(isEmptyName))).toEqual([]);
  });
});
