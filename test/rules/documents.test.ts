import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from './sources.ts';

const documents = ['README.md', 'ARCHITECTURE.md', ...globSync('{docs,examples}/**/*.md')];
/** `[words](where)`, and what is shown in the page itself. */
const links = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;

describe('What is written for people', () => {
  it.each(documents)('leads to what is there: %s', (file) => {
    const targets = [...textOf(file).matchAll(links)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });
});
