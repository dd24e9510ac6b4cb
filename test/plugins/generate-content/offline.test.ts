import { describe, expect, it } from 'vitest';
import { countWords } from '../../../language/count-words.ts';
import { offlineFinish, offlineOutline, offlineSection } from '../../../plugins/generate-content/offline.ts';
import { finishCall, outlineCall, sectionCall } from '../../../plugins/generate-content/prompt.ts';
import { offlineIdeas } from '../../../plugins/generate-ideas/offline.ts';
import { plainText } from '../../../schema/article-html.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import { markupFault } from './markup-fault.ts';
import { anAssignment, offlineArticle } from './offline-article.ts';

const topics: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  en: [
    'Espresso Machines',
    ['best espresso machine under 500', 'espresso machine', 'how to clean an espresso machine'],
  ],
  de: [
    'Kaffeevollautomaten',
    ['kaffeevollautomat test', 'bester kaffeevollautomat', 'kaffeevollautomat entkalken'],
  ],
  fr: ['Machine à café', ['meilleure machine à café', 'comment détartrer une machine à café']],
  es: ['Cafetera italiana', ['cafetera italiana', 'cómo usar cafetera italiana']],
  ru: ['Кофемашина', ['кофемашина', 'лучшие кофемашины']],
  ja: ['コーヒー豆', ['コーヒー豆', 'コーヒー豆 おすすめ']],
};

/** Three titles of each kind. */
function assignmentsIn(language: string) {
  const [topic = '', keywords = []] = topics[language] ?? [];
  return Object.values(ArticleKind).flatMap((articleKind) =>
    ['one', 'two', 'three', 'four'].map((number) =>
      anAssignment({ language, topic, keywords, articleKind, title: `${topic}: ${articleKind} ${number}` }),
    ),
  );
}

describe.each(Object.keys(topics))('sample articles in %s', (language) => {
  const assignments = assignmentsIn(language);
  const articles = assignments.map(offlineArticle);

  it('have 600 to 900 words', () => {
    const counts = articles.map(({ wordCount }) => wordCount);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(600);
    expect(Math.max(...counts)).toBeLessThanOrEqual(900);
  });

  it('report the words of their text', () => {
    for (const { html, wordCount } of articles) expect(wordCount).toBe(countWords(plainText(html), language));
  });

  it('have four to six sections under headings of their own', () => {
    for (const { html } of articles) {
      const headings = html.match(/<h2>.*?<\/h2>/gu) ?? [];
      expect(headings.length).toBeGreaterThanOrEqual(4);
      expect(headings.length).toBeLessThanOrEqual(6);
      expect(new Set(headings).size).toBe(headings.length);
    }
  });

  it('are valid HTML without a blank left open', () => {
    for (const { html, excerpt, metaDescription } of articles) {
      expect(markupFault(html)).toBeUndefined();
      expect(`${html}${excerpt}${metaDescription}`).not.toMatch(/[{}|]|undefined/u);
    }
  });

  it('say at the top that they are samples, and sum themselves up', () => {
    for (const { html } of articles) {
      expect(html).toMatch(/^<aside class="sample"><p><strong>/u);
      expect(html.match(/<aside class="summary">/gu)).toHaveLength(1);
    }
  });

  it('keep the limits of meta texts', () => {
    for (const { metaTitle, metaDescription, excerpt } of articles) {
      expect(metaTitle.length).toBeLessThanOrEqual(60);
      expect(metaDescription.length).toBeLessThanOrEqual(155);
      expect(excerpt).not.toBe('');
      expect(excerpt).not.toBe(metaDescription);
    }
  });

  it('mention every phrase they are to answer', () => {
    for (const [index, { html }] of articles.entries())
      for (const phrase of assignments[index]?.keywords ?? [])
        expect(plainText(html).includes(phrase), phrase).toBe(true);
  });

  it('pass the rules that a model must keep', () => {
    for (const assignment of assignments) {
      const outline = outlineCall.schema.parse(offlineOutline(assignment));
      expect(outlineCall.fault?.(outline, assignment)).toBeUndefined();
      for (const section of outline.sections.keys()) {
        const input = { assignment, outline, section, words: 150, earlier: [], links: [] };
        expect(sectionCall.fault?.({ html: offlineSection(assignment, section) }, input)).toBeUndefined();
      }
      const input = { assignment, outline, written: [] };
      expect(
        finishCall.fault?.(finishCall.schema.parse(offlineFinish(assignment, outline)), input),
      ).toBeUndefined();
    }
  });

  it('do not read the same within a cluster: two of its articles share few paragraphs', () => {
    const [topic = '', keywords = []] = topics[language] ?? [];
    const { ideas } = offlineIdeas({
      site: anAssignment({ language }).site,
      cluster: { name: topic, description: null },
      keywords: keywords.map((phrase) => ({ phrase, volume: null })),
      count: 7,
      existing: [],
    });
    const paragraphs = ideas.map((idea) => {
      const { html } = offlineArticle(anAssignment({ language, topic, ...idea }));
      return new Set(html.replace(/^<aside class="sample">.*$/mu, '').match(/<(p|li|h[23])>.*?<\/\1>/gu));
    });
    const shares = paragraphs.flatMap((one, index) =>
      paragraphs
        .slice(index + 1)
        .map((other) => [...one].filter((part) => other.has(part)).length / one.size),
    );
    expect(Math.max(...shares)).toBeLessThan(2 / 3);
    expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeLessThan(0.4);
  });
});

describe('sample articles', () => {
  const kindOf = (articleKind: ArticleKind) => offlineArticle(anAssignment({ articleKind })).html;

  it('have the parts that their kind asks for', () => {
    expect(kindOf(ArticleKind.HowTo)).toContain('<ol>');
    expect(kindOf(ArticleKind.Comparison)).toContain('<table>');
    expect(kindOf(ArticleKind.Review)).toContain('<table>');
    for (const kind of [ArticleKind.Guide, ArticleKind.Question, ArticleKind.Local])
      expect(kindOf(kind).match(/<h3>[^<]*\?<\/h3>/gu)?.length).toBeGreaterThanOrEqual(4);
  });

  it('are the same for the same title', () => {
    expect(offlineArticle(anAssignment())).toEqual(offlineArticle(anAssignment()));
  });

  it('fall back to English in a language without sample text, and say so', () => {
    const { html } = offlineArticle(anAssignment({ language: 'pt-BR', topic: 'Café' }));
    expect(html).toMatch(/^<aside class="sample">.*there is none in Brazilian Portuguese\.<\/p><\/aside>$/mu);
    expect(offlineArticle(anAssignment()).html).not.toContain('there is none');
  });

  it('show phrases from outside as text, whatever stands in them', () => {
    const hostile = '<img src=x onerror=alert(1)> & "co" $& {topic}';
    const draft = offlineArticle(anAssignment({ topic: hostile, keywords: [hostile], title: hostile }));
    expect(draft.html).not.toContain('<img');
    expect(markupFault(draft.html)).toBeUndefined();
    expect(plainText(draft.html)).toContain(hostile);
  });

  it('pass the rules also with the longest phrases', () => {
    const long = 'espresso '.repeat(22).trim();
    for (const title of ['one', 'two', 'three', 'four', 'five']) {
      const assignment = anAssignment({ topic: long, keywords: [long], title });
      expect(outlineCall.fault?.(offlineOutline(assignment), assignment)).toBeUndefined();
    }
  });

  it('are there for any section, also of an outline that another provider made', () => {
    expect(offlineSection(anAssignment(), 11)).toContain('<p>');
  });
});
