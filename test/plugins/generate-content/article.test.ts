import { describe, expect, it } from 'vitest';
import { assembled, type Finish, nextSectionWords } from '../../../plugins/generate-content/article.ts';
import { settings, sizeOf, wordsOfArticle } from '../../../plugins/generate-content/settings.ts';
import { anAssignment } from './offline-article.ts';

const finish: Finish = {
  opening: '<p>Hello.</p><script>alert(1)</script>',
  summaryTitle: 'In <short>',
  summary: ['One & two.', '<img src=x onerror=alert(1)>'],
  excerpt: 'excerpt '.repeat(80),
  metaTitle: 'A very long title that no search engine would ever show in full to anybody',
  metaDescription: 'description '.repeat(30),
};
const outline = {
  sections: [
    { heading: 'First <b>things</b>', says: 'One.', isQuestions: false },
    { heading: 'Second', says: 'Two.', isQuestions: false },
  ],
};

describe('an article', () => {
  const draft = assembled(
    anAssignment(),
    outline,
    ['<p>a</p>', '<p onclick="x">b</p><h2>Mine</h2><p>c</p>'],
    finish,
  );

  it('has its opening, the main points and each section below its heading', () => {
    expect(draft.html).toBe(
      [
        '<p>Hello.</p>',
        '<aside class="summary"><p><strong>In &lt;short&gt;</strong></p>\n<ul>',
        '<li>One &amp; two.</li>\n<li>&lt;img src=x onerror=alert(1)&gt;</li>\n</ul></aside>',
        '<h2>First &lt;b&gt;things&lt;/b&gt;</h2>\n<p>a</p>',
        '<h2>Second</h2>\n<p>b</p><h3>Mine</h3><p>c</p>',
      ].join('\n'),
    );
  });

  it('keeps excerpt and meta texts within their limits', () => {
    expect(draft.excerpt.length).toBeLessThanOrEqual(300);
    expect(draft.metaTitle).toBe('A very long title that no search engine would ever show in…');
    expect(draft.metaTitle.length).toBeLessThanOrEqual(60);
    expect(draft.metaDescription.length).toBeLessThanOrEqual(155);
  });

  it('counts the words that a reader sees', () => {
    expect(assembled(anAssignment(), { sections: [] }, [], { ...finish, summary: [] }).wordCount).toBe(3);
  });
});

describe('the size of an article', () => {
  const defaults = settings.parse({});

  const silent = { wordTarget: null };

  it('is what the task asks for, or else the setting where it was changed, or else the site', () => {
    const set = { ...defaults, wordTarget: 4000 };
    expect(sizeOf({ wordTarget: 2500 }, silent, defaults)).toEqual({ words: 2500, sections: 6 });
    expect(sizeOf({ wordTarget: 2500 }, silent, set).words).toBe(4000);
    expect(sizeOf({ wordTarget: 2500 }, { wordTarget: 1500 }, set).words).toBe(4000);
    expect(sizeOf({ wordTarget: 2500 }, { wordTarget: 1500 }, defaults).words).toBe(1500);
    expect(sizeOf({ wordTarget: 1200 }, { wordTarget: 1500 }, set).words).toBe(1200);
  });

  it('has fewer sections when it is short', () => {
    expect(sizeOf({ wordTarget: 300 }, silent, defaults)).toEqual({ words: 300, sections: 3 });
  });

  it('is estimated by the articles so far, unless the setting was changed', () => {
    const rates = { keywordsPerCluster: 6, ideasPerCluster: 7, wordsPerArticle: 720, imagesPerArticle: 4 };
    expect(wordsOfArticle(defaults, rates)).toBe(720);
    expect(wordsOfArticle({ ...defaults, wordTarget: 1000 }, rates)).toBe(1000);
  });

  it('is bounded', () => {
    for (const wordTarget of [299, 6001, 1000.5])
      expect(settings.safeParse({ wordTarget }).success).toBe(false);
  });
});

describe('the words that a section is asked for', () => {
  const article = { words: 1_000, sections: 3 };

  it.each([
    ['an even share at first', 0, 3, 300],
    ['an even share where all went as asked', 600, 1, 300],
    ['more after short ones', 420, 1, 450],
    ['fewer after long ones', 700, 1, 200],
    ['never far more than an even share', 100, 1, 450],
    ['never far fewer', 1_500, 1, 180],
  ])('are %s', (_, written, left, words) => {
    expect(nextSectionWords(article, { written, left })).toBe(words);
  });
});
