import { describe, expect, it } from 'vitest';
import type { Finish } from '../../../plugins/generate-content/article.ts';
import { finishFault, outlineFault, sectionFault } from '../../../plugins/generate-content/faults.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import { anAssignment } from './offline-article.ts';

const assignment = anAssignment({
  words: 1000,
  sections: 3,
  title: 'Cold Brew',
  articleKind: ArticleKind.HowTo,
});
const words = (count: number) => 'word '.repeat(count).trim();

describe('an outline', () => {
  const faultOf = (...headings: string[]) =>
    outlineFault(
      { sections: headings.map((heading) => ({ heading, says: 'Something.', isQuestions: false })) },
      assignment,
    );

  it('is accepted with about as many sections as were asked for', () => {
    expect(faultOf('One', 'Two', 'Three')).toBeUndefined();
    expect(faultOf('One', 'Two', 'Three', 'Four')).toBeUndefined();
  });

  it('is refused with far too many or too few', () => {
    expect(faultOf('One')).toBe('The outline has 1 sections; give exactly 3.');
    expect(faultOf('1', '2', '3', '4', '5')).toBe('The outline has 5 sections; give exactly 3.');
  });

  it('is refused without a heading, with one of mere tags, or an endless one', () => {
    expect(faultOf('One', '', 'Three')).toBe('Section 2 has no heading.');
    expect(faultOf('One', '<b></b>', 'Three')).toBe('Section 2 has no heading.');
    expect(faultOf('One', 'x'.repeat(200), 'Three')).toContain('longer than 80');
  });

  it('is held to half as many characters where they are full-width', () => {
    const sections = ['豆'.repeat(61), '水'].map((heading) => ({ heading, says: '…', isQuestions: false }));
    const japanese = anAssignment({
      ...assignment,
      language: 'ja',
      site: anAssignment({ language: 'ja' }).site,
    });
    expect(outlineFault({ sections }, japanese)).toContain('longer than 40 characters');
  });

  it('is refused when a heading repeats another or the title', () => {
    expect(faultOf('One', 'Two', 'ONE ')).toContain('repeats');
    expect(faultOf('One', 'Two', 'cold brew')).toContain('repeats');
  });

  it('is refused when a section says nothing', () => {
    const sections = ['One', 'Two', 'Three'].map((heading) => ({ heading, says: '', isQuestions: false }));
    expect(outlineFault({ sections }, assignment)).toBe('Section 1 does not tell what it says.');
  });
});

describe('an outline of an article whose readers have more questions', () => {
  const faultOf = (...areQuestions: boolean[]) => {
    const sections = areQuestions.map((isQuestions, n) => ({ heading: `H${n}`, says: 'Says.', isQuestions }));
    return outlineFault({ sections }, { ...assignment, articleKind: ArticleKind.Guide });
  };

  it('ends with a section of them', () => {
    expect(faultOf(false, false, true)).toBeUndefined();
    expect(faultOf(false, true, false)).toContain('The last section must be one of frequent questions');
  });
});

describe('a section', () => {
  const faultOf = (html: string, { words = 300, isQuestions = false } = {}) =>
    sectionFault(html, assignment, { words, isQuestions });

  it('of questions is refused with fewer than three of them', () => {
    const asked = (count: number) => `<h3>Why?</h3><p>${words(100)}</p>`.repeat(count);
    expect(faultOf(asked(3), { isQuestions: true })).toBeUndefined();
    expect(faultOf(asked(2), { isQuestions: true })).toBe(
      'Give at least 3 questions, each as an h3 with its answer below.',
    );
    expect(faultOf(asked(2))).toBeUndefined();
  });

  it('is refused in another language', () => {
    const german = 'Die Mühle ist das, was man zuerst kaufen sollte, und sie hält über viele Jahre. '.repeat(
      18,
    );
    expect(faultOf(`<p>${german}</p>`)).toBe('It is in another language; write it in English (en).');
  });

  it('is accepted near the words it aims at', () => {
    expect(faultOf(`<p>${words(300)}</p>`)).toBeUndefined();
    expect(faultOf(`<p>${words(200)}</p>`)).toBeUndefined();
  });

  it('is refused when it is far too short or too long', () => {
    expect(faultOf(`<p>${words(60)}</p>`)).toBe('The section is too short: 60 words; write about 300.');
    expect(faultOf(`<p>${words(900)}</p>`)).toBe('The section is too long: 900 words; write about 300.');
  });

  it('is asked again for the words it was asked for, and taken near those or near an even share', () => {
    expect(faultOf(`<p>${words(140)}</p>`, { words: 450 })).toBe(
      'The section is too short: 140 words; write about 450.',
    );
    expect(faultOf(`<p>${words(200)}</p>`, { words: 450 })).toBeUndefined();
    expect(faultOf(`<p>${words(700)}</p>`, { words: 450 })).toBeUndefined();
    expect(faultOf(`<p>${words(600)}</p>`, { words: 180 })).toBe(
      'The section is too long: 600 words; write about 180.',
    );
    expect(faultOf(`<p>${words(400)}</p>`, { words: 180 })).toBeUndefined();
  });

  it('is refused when nothing is left of it', () => {
    expect(faultOf('')).toBe('The section is empty.');
    expect(faultOf('<p> </p>')).toBe('The section is empty.');
    expect(faultOf(`<script>${words(300)}</script>`)).toBe('The section is empty.');
  });

  it('is refused with a heading that is not its to set', () => {
    expect(faultOf(`<h2>Mine</h2><p>${words(300)}</p>`)).toContain('Leave out h1 and h2');
  });

  it('is refused in Markdown', () => {
    expect(faultOf(`## Mine\n\n${words(300)}`)).toContain('without Markdown');
    expect(faultOf(`\`\`\`html\n<p>${words(300)}</p>\n\`\`\``)).toContain('without Markdown');
  });
});

describe('a finish', () => {
  const finish: Finish = {
    opening: '<p>Why it matters.</p>',
    summaryTitle: 'In short',
    summary: ['One.', 'Two.', 'Three.'],
    excerpt: 'Excerpt.',
    metaTitle: 'Title',
    metaDescription: 'Description.',
  };
  const faultOf = (change: Partial<Finish>) => finishFault({ ...finish, ...change }, assignment);

  it('is accepted when all of it is there', () => {
    expect(faultOf({})).toBeUndefined();
  });

  it('is refused with a part missing', () => {
    expect(faultOf({ opening: '' })).toBe('The opening is empty.');
    expect(faultOf({ opening: '<h2>Hello</h2><p>You.</p>' })).toBe('Leave headings out of the opening.');
    expect(faultOf({ opening: `<p>${words(400)}</p>` })).toContain('too long');
    expect(faultOf({ summary: [] })).toContain('0 points');
    expect(faultOf({ summary: ['One.', ''] })).toBe('A point of the summary is empty.');
    expect(faultOf({ metaTitle: '' })).toBe('metaTitle is empty.');
  });

  it('is refused with meta texts that are far too long', () => {
    expect(faultOf({ metaTitle: 'x'.repeat(130) })).toContain('at most 60');
    expect(faultOf({ metaDescription: 'x'.repeat(400) })).toContain('at most 155');
  });
});
