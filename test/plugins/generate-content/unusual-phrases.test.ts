import { describe, expect, it } from 'vitest';
import { offlineFinish, offlineOutline } from '../../../plugins/generate-content/offline.ts';
import { finishCall, outlineCall } from '../../../plugins/generate-content/prompt.ts';
import { withOwnKeywords } from '../../../plugins/generate-ideas/idea-draft.ts';
import { offlineIdeas } from '../../../plugins/generate-ideas/offline.ts';
import { plainText } from '../../../schema/article-html.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import { anInput } from '../generate-ideas/an-input.ts';
import { anAssignment, offlineArticle } from './offline-article.ts';

/** A phrase of 160 characters, and forty of one topic. */
const unusual: Readonly<Record<string, { long: string; topic: string; many: string[] }>> = {
  en: {
    long: 'the best small and quiet espresso machine with a grinder and a milk frother for a narrow kitchen in a rented flat that is easy to clean and not too expensive now',
    topic: 'Espresso Machines',
    many: numbered((number) => `espresso machine model ${number}`),
  },
  de: {
    long: 'welcher kleine und leise kaffeevollautomat mit mahlwerk und milchschaum passt in eine schmale küche in einer mietwohnung und ist leicht zu reinigen und günstig',
    topic: 'Kaffeevollautomaten',
    many: numbered((number) => `kaffeevollautomat modell ${number}`),
  },
  ja: {
    long: '狭い台所に置ける静かで小さい全自動コーヒーメーカーの選び方と掃除のしやすさと値段と音と水の量と豆の鮮度と保存の方法'
      .repeat(3)
      .slice(0, 160),
    topic: 'コーヒーメーカー',
    many: numbered((number) => `コーヒーメーカー ${number}型`),
  },
};

function numbered(phrase: (number: number) => string): string[] {
  return Array.from({ length: 40 }, (_, index) => phrase(index + 1));
}

describe.each(Object.entries(unusual))('sample articles in %s', (language, { long, topic, many }) => {
  // A title decides what its article is made of: eight of them.
  it.each([
    [1, ['one', 'two']],
    [3, ['three', 'four']],
    [8, ['five', 'six']],
    [15, ['seven', 'eight']],
  ])('have 600 to 900 words when they answer %i phrases of 160 characters', (count, titles) => {
    const keywords = Array.from({ length: count }, (_, index) => `${index + 1} ${long}`);
    for (const articleKind of Object.values(ArticleKind)) {
      for (const title of titles) {
        const assignment = anAssignment({ language, topic: long, keywords, articleKind, title });
        const { wordCount } = offlineArticle(assignment);
        expect(wordCount).toBeGreaterThanOrEqual(600);
        expect(wordCount).toBeLessThanOrEqual(900);
        const outline = offlineOutline(assignment);
        expect(outlineCall.fault?.(outline, assignment)).toBeUndefined();
        const finish = offlineFinish(assignment, outline);
        expect(finishCall.fault?.(finish, { assignment, outline, written: [] })).toBeUndefined();
      }
    }
  });

  it('mention each of a cluster’s forty phrases, in one of its articles', () => {
    const input = anInput({ language, name: topic, phrases: many });
    const ideas = withOwnKeywords(offlineIdeas(input).ideas, input);
    const text = ideas.map((idea) =>
      plainText(offlineArticle(anAssignment({ language, topic, ...idea })).html),
    );
    expect(many.filter((phrase) => !text.some((article) => article.includes(phrase)))).toEqual([]);
  });
});
