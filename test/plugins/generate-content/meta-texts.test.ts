import { describe, expect, it } from 'vitest';
import {
  metaDescriptionOf,
  metaTextFault,
  metaTitleOf,
} from '../../../plugins/generate-content/meta-texts.ts';
import { anAssignment, offlineArticle } from './offline-article.ts';

describe('a meta title', () => {
  it.each([
    ['that fits stays', 'Cold Brew: A Guide', 'Cold Brew: A Guide'],
    [
      'that is too long ends before its colon',
      'How to Clean an Espresso Machine: Do It Yourself Without Special Equipment',
      'How to Clean an Espresso Machine',
    ],
    [
      'may be a single word before its colon',
      'Hochbeet: Preise, Leistungen und Kompromisse im direkten Vergleich',
      'Hochbeet',
    ],
    [
      'is cut at a word, not at a comma, which may part a clause from its verb',
      'Espresso, Filter, French Press, Moka Pot and Everything Else That Makes Coffee',
      'Espresso, Filter, French Press, Moka Pot and Everything…',
    ],
    [
      'ends before a French colon, without the space',
      'Machine à café avec broyeur : tout ce qu’il faut savoir avant d’acheter la première',
      'Machine à café avec broyeur',
    ],
    [
      'ends before a full-width colon',
      '一人暮らしの炊飯器のおすすめ：大きさと値段と手入れから考えるはじめての選び方ガイド',
      '一人暮らしの炊飯器のおすすめ',
    ],
    [
      'is cut at a word where nothing parts it well',
      'Tea: A very long title that no search engine would ever show in full to anybody',
      'Tea: A very long title that no search engine would ever…',
    ],
    [
      'is not parted within a number',
      'The 1,000 Euro Espresso Machine That Every Small Kitchen Has Room For',
      'The 1,000 Euro Espresso Machine That Every Small Kitchen…',
    ],
  ])('%s', (_, given, title) => {
    expect(metaTitleOf(given)).toBe(title);
  });

  it('of a sample is never cut within its first part', () => {
    const title = 'Espresso Machine with Grinder: Options, Prices and Trade-Offs Compared';
    expect(offlineArticle(anAssignment({ title })).metaTitle).toBe('Espresso Machine with Grinder');
  });
});

describe('a meta description', () => {
  it('that is too long ends with its last whole sentence', () => {
    const sentence = 'Grind coarsely, wait for twelve hours, and pour it through paper once more.';
    expect(metaDescriptionOf(`${sentence} ${sentence} ${sentence}`)).toBe(`${sentence} ${sentence}`);
    expect(metaDescriptionOf('word '.repeat(50)).endsWith(' word…')).toBe(true);
    // Not after an abbreviation.
    const abbreviated = `${'All about coffee, '.repeat(4)}e.g. ${'beans and mills, '.repeat(8)}`;
    expect(metaDescriptionOf(abbreviated).endsWith('…')).toBe(true);
  });
});

describe('meta texts of a model', () => {
  const faultOf = (title: number, description: number, letter = 'x', language = 'en') =>
    metaTextFault({ metaTitle: letter.repeat(title), metaDescription: letter.repeat(description) }, language);

  it('go back where they are far too long, with how long they may be', () => {
    expect(faultOf(121, 100)).toBe('metaTitle is too long: 121 characters; at most 60.');
    expect(faultOf(50, 311)).toBe('metaDescription is too long: 311 characters; at most 155.');
  });

  it('have half as much room where letters are full-width', () => {
    expect(faultOf(61, 50, '豆', 'ja')).toBe('metaTitle is too long: 61 characters; at most 30.');
    expect(faultOf(30, 156, '豆', 'ja')).toBe('metaDescription is too long: 156 characters; at most 77.');
    expect(faultOf(60, 155, '豆', 'ja')).toBeUndefined();
    expect(metaTitleOf('豆'.repeat(40))).toBe(`${'豆'.repeat(29)}…`);
  });

  it('are taken where they can be cut: the article around them is paid for', () => {
    expect(faultOf(120, 310)).toBeUndefined();
  });
});
