import { describe, expect, it } from 'vitest';
import { terms } from '../../../language/terms.ts';
import { titleKeyOf } from '../../../language/title-key.ts';
import { nearest } from '../../../plugins/generate-ideas/near-ideas.ts';
import { offlineIdeas } from '../../../plugins/generate-ideas/offline.ts';
import { ideasCall } from '../../../plugins/generate-ideas/prompt.ts';
import { titleBookOf } from '../../../plugins/generate-ideas/titles/title-book.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import { anInput } from './an-input.ts';

const clustersByLanguage: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    'Espresso Machines': [
      'best espresso machine',
      'espresso machine',
      'espresso machines',
      'espresso machine reviews',
    ],
    'Cold Brew': [
      'cold brew coffee',
      'how to make cold brew',
      'cold brew vs iced coffee',
      'what is cold brew',
    ],
    'Coffee Near Me': ['coffee near me', 'coffee shops near me'],
    'Coffee Beans': ['coffee beans', 'cheap coffee beans', 'coffee beans price'],
  },
  de: {
    Kaffeevollautomaten: [
      'kaffeevollautomat test',
      'bester kaffeevollautomat',
      'kaffeevollautomat entkalken',
    ],
    Filterkaffee: ['filterkaffee kochen', 'was ist filterkaffee'],
  },
  fr: { 'Machine à café': ['meilleure machine à café', 'comment détartrer une machine à café'] },
  es: { 'Cafetera italiana': ['cafetera italiana', 'cómo usar cafetera italiana'] },
  ru: { Кофемашина: ['кофемашина для дома', 'как чистить кофемашину', 'лучшие кофемашины'] },
  ja: { コーヒー豆: ['コーヒー豆 おすすめ', 'コーヒー豆 保存方法', 'コーヒー豆 通販'] },
};
const languages = Object.keys(clustersByLanguage);

describe.each(languages)('offline ideas in %s', (language) => {
  const clusters = Object.entries(clustersByLanguage[language] ?? {});

  it.each([1, 7, 20])('are exactly the %i wanted, and pass the rules that a model must keep', (count) => {
    for (const [name, phrases] of clusters) {
      const input = anInput({ language, name, phrases, count });
      const reply = ideasCall.schema.parse(offlineIdeas(input));
      expect(reply.ideas).toHaveLength(count);
      expect(ideasCall.fault?.(reply, input)).toBeUndefined();
    }
  });

  it('have titles that no other idea of the site has', () => {
    const titles: string[] = [];
    for (const [name, phrases] of clusters) {
      const existing = nearest(titles, [name, ...phrases].join(' '), language);
      titles.push(
        ...offlineIdeas(anInput({ language, name, phrases, existing })).ideas.map(({ title }) => title),
      );
    }
    expect(new Set(titles.map((title) => titleKeyOf(title, language))).size).toBe(titles.length);
  });

  it('tell every wording apart, so that none is taken for a duplicate', () => {
    const { titles } = titleBookOf(language);
    const keys = Object.values(titles)
      .flat()
      .map((title) => titleKeyOf(title.replace('{phrase}', 'galley'), language));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are written for the phrases of the cluster alone', () => {
    for (const [name, phrases] of clusters) {
      const { ideas } = offlineIdeas(anInput({ language, name, phrases }));
      for (const { keywords } of ideas) expect(phrases).toEqual(expect.arrayContaining(keywords));
    }
  });
});

describe('offline ideas', () => {
  it('stay unique over many clusters of a large site', () => {
    const titles: string[] = [];
    for (let number = 0; number < 150; number += 1) {
      const name = `Topic ${number}`;
      const phrases = [`topic ${number}`, `best topic ${number}`, `how to use topic ${number}`];
      const existing = nearest(titles, [name, ...phrases].join(' '), 'en');
      titles.push(...offlineIdeas(anInput({ name, phrases, existing })).ideas.map(({ title }) => title));
    }
    expect(titles).toHaveLength(1050);
    expect(new Set(titles.map((title) => titleKeyOf(title, 'en'))).size).toBe(1050);
  });

  it('go on with new titles when a cluster comes again and again', () => {
    const titles: string[] = [];
    for (let time = 0; time < 12; time += 1) {
      const existing = nearest(titles, 'Espresso Machines', 'en');
      titles.push(
        ...offlineIdeas(anInput({ existing: [...titles.slice(-50), ...existing] })).ideas.map(
          ({ title }) => title,
        ),
      );
    }
    expect(titles).toHaveLength(84);
  });

  it('give each phrase the kind of article that its searcher wants', () => {
    const phrases = [
      'espresso machine',
      'best espresso machine',
      'how to clean an espresso machine',
      'moka pot vs espresso machine',
    ];
    const { ideas } = offlineIdeas(anInput({ phrases }));
    const kindOf = Object.fromEntries(
      ideas.map(({ keywords: [main = ''], articleKind }) => [main, articleKind]).toReversed(),
    );
    expect(kindOf).toMatchObject({
      'espresso machine': ArticleKind.Guide,
      'best espresso machine': ArticleKind.List,
      'how to clean an espresso machine': ArticleKind.HowTo,
      'moka pot vs espresso machine': ArticleKind.Comparison,
    });
  });

  it('make one idea of phrases that differ only in form', () => {
    const { ideas } = offlineIdeas(
      anInput({ phrases: ['best espresso machine', 'best espresso machines'], count: 2 }),
    );
    expect(ideas.filter(({ keywords }) => keywords[0] === 'best espresso machines')).toEqual([]);
  });

  it('make an idea of each of two phrases that say the opposite, or have no words at all', () => {
    for (const phrases of [
      ['convert pdf to word', 'convert word to pdf'],
      ['living room with fireplace', 'living room without fireplace'],
      ['🚀', '☕'],
    ]) {
      const { ideas } = offlineIdeas(anInput({ name: 'Other', phrases, count: 2 }));
      expect(ideas.map(({ keywords: [main] }) => main)).toEqual(phrases);
    }
  });

  it('do not say in a title what its phrase says already, where another wording is free', () => {
    for (const phrase of ['is a burr grinder worth it', 'moka pot vs aeropress difference']) {
      const [first] = offlineIdeas(anInput({ name: 'Grinders', phrases: [phrase], count: 1 })).ideas;
      const [subject = '', added = ''] = (first?.title ?? '').split(/(?<=Worth It|Difference)/u);
      expect(added).not.toBe('');
      expect(terms(added, 'en').filter((term) => terms(subject, 'en').includes(term))).toEqual([]);
    }
  });

  it('are written for no phrase that has next to nothing to do with them', () => {
    const phrases = ['e-bike repair near me', 'espresso machine', 'best espresso machine'];
    const { ideas } = offlineIdeas(anInput({ phrases, count: 3 }));
    expect(ideas.map(({ keywords }) => keywords)).toEqual([
      ['e-bike repair near me'],
      ['espresso machine', 'best espresso machine'],
      ['best espresso machine', 'espresso machine'],
    ]);
  });

  it('fall back to English in a language without titles of its own', () => {
    const { ideas } = offlineIdeas(anInput({ language: 'pt-BR', phrases: ['café'] }));
    expect(ideas[0]?.brief).toContain('“café”');
  });

  it('are the same for the same cluster', () => {
    expect(offlineIdeas(anInput())).toEqual(offlineIdeas(anInput()));
  });

  it('cut a long phrase before what leads to the part that is cut off, with no ellipsis amid a title', () => {
    const phrases = [
      'how do i find the very best and most affordable espresso machine for a small kitchen in a rented apartment',
      'how do i find the very best and most affordable espresso machine of italy in a rented apartment with hard water',
      '珈琲'.repeat(60),
    ];
    const { ideas } = offlineIdeas(anInput({ phrases, count: 3 }));
    const [machine, other, japanese] = ideas.map(({ title }) => title.split(/[:,]| Explained/u)[0]);
    expect(machine).toBe('How Do I Find the Very Best and Most Affordable Espresso Machine');
    expect(other).toBe('How Do I Find the Very Best and Most Affordable Espresso Machine of Italy');
    expect(japanese).toMatch(/^[珈琲]+$/u);
  });

  it('keep titles short when a search phrase is as long as it may be', () => {
    const { ideas } = offlineIdeas(anInput({ phrases: ['long '.repeat(40).trim()] }));
    for (const { title } of ideas) expect(title.length).toBeLessThanOrEqual(140);
  });
});
