import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../language/columns.ts';
import { clusterOffline } from '../../../plugins/cluster-keywords/offline.ts';
import { withOwnKeywords } from '../../../plugins/generate-ideas/idea-draft.ts';
import { offlineIdeas } from '../../../plugins/generate-ideas/offline.ts';
import { anInput } from '../generate-ideas/an-input.ts';
import { anAssignment, offlineArticle } from './offline-article.ts';

/** The sample drafts of a cluster, as the pipeline comes to them. */
function draftsOf(language: string, name: string, phrases: readonly string[]) {
  const input = anInput({ language, name, phrases: [...phrases] });
  return withOwnKeywords(offlineIdeas(input).ideas, input).map((idea) =>
    offlineArticle(anAssignment({ language, topic: name, ...idea })),
  );
}

const twice = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

describe('what sample drafts say of themselves', () => {
  it('is in each of the demo’s 56 drafts something else', () => {
    const [, ...rows] = readFileSync('examples/coffee.csv', 'utf8').trim().split('\n');
    const keywords = rows.map((row) => row.split(',')[0] ?? '');
    const facts = { language: 'en', country: null, audience: null };
    const { clusters } = clusterOffline({ site: 'Demo', ...facts, keywords, offered: [], ahead: [] });
    const drafts = clusters.flatMap(({ name, keywords: numbers }) =>
      draftsOf(
        'en',
        name,
        numbers.map((number) => keywords[number - 1] ?? ''),
      ),
    );
    expect(drafts.length).toBeGreaterThanOrEqual(56);
    expect(twice(drafts.map(({ metaDescription }) => metaDescription))).toEqual([]);
    expect(twice(drafts.map(({ excerpt }) => excerpt))).toEqual([]);
  });

  it.each([
    ['en', 'Decaf', 'decaf coffee'],
    ['de', 'Hochbeet', 'hochbeet bauen'],
    ['es', 'Huerto', 'huerto en casa'],
    ['fr', 'Cafetière', 'cafetière à piston'],
    ['ja', '水筒', '水筒 洗い方'],
    ['ru', 'Теплица', 'теплица своими руками'],
  ])(
    'names in %s the article and its main phrase, though all of a cluster have the same',
    (language, name, phrase) => {
      const drafts = draftsOf(language, name, [phrase]);
      for (const { title, metaDescription, excerpt } of drafts) {
        expect(metaDescription).toContain(title.replace(/\s/gu, ' '));
        expect(excerpt).toContain(phrase);
        expect(columnsOf(excerpt)).toBeLessThanOrEqual(250);
      }
      expect(twice(drafts.map(({ metaDescription }) => metaDescription))).toEqual([]);
    },
  );

  it('keeps whole sentences around a title that is too long for it', () => {
    const title = 'Espresso Machines for Kitchens '.repeat(5).trim();
    const { metaDescription } = offlineArticle(anAssignment({ title }));
    expect(metaDescription).toMatch(/^“Espresso Machines .*…”: .*\.$/u);
    expect(metaDescription.length).toBeLessThanOrEqual(155);
  });
});
