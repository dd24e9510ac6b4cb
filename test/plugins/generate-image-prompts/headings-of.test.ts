import { describe, expect, it } from 'vitest';
import {
  cutAtWord,
  headingsOf,
  introductionOf,
  spread,
} from '../../../plugins/generate-image-prompts/headings-of.ts';

describe('headings of an article', () => {
  it('are its H2s in order, each with the text below it', () => {
    const html =
      '<p>Intro</p><h2>One</h2><p>First.</p><h3>Sub</h3><p>More.</p><h2 id="x">Two</h2><p>Second.</p>';
    expect(headingsOf(html)).toEqual([
      { position: 1, text: 'One', below: 'First. Sub More.' },
      { position: 2, text: 'Two', below: 'Second.' },
    ]);
  });

  it('are read as plain text, with tags dropped and entities decoded', () => {
    const html = '<H2>Tea &amp; <em>coffee</em>:\n &quot;why&#39;s&quot; &#x1F375; &lt;b&gt;&nbsp;x</H2>';
    expect(headingsOf(html)[0]?.text).toBe('Tea & coffee: "why\'s" 🍵 <b>\u00A0x');
  });

  it('keep their number when an H2 without text stands before them', () => {
    expect(headingsOf('<h2> </h2><p>a</p><h2>Two</h2>').map(({ position }) => position)).toEqual([2]);
  });

  it('are none in an article without H2s', () => {
    expect(headingsOf('<p>Only text</p><h3>No</h3>')).toEqual([]);
  });

  it('are read from Japanese without spaces, and their text is cut between characters', () => {
    const [heading] = headingsOf(`<h2>珈琲の淹れ方</h2><p>${'豆'.repeat(400)}</p>`);
    expect(heading?.text).toBe('珈琲の淹れ方');
    expect(heading?.below).toBe(`${'豆'.repeat(300)}…`);
  });
});

describe('the introduction of an article', () => {
  it('is the text before its first H2', () => {
    expect(introductionOf('<p>Hello <b>you</b>.</p><h2>One</h2><p>Not this.</p>')).toBe('Hello you.');
  });
});

describe('spreading images over headings', () => {
  const headings = Array.from({ length: 7 }, (_, at) => ({
    position: at + 1,
    text: `H${at + 1}`,
    below: '',
  }));

  it.each([
    [0, []],
    [1, [1]],
    [3, [1, 3, 5]],
    [7, [1, 2, 3, 4, 5, 6, 7]],
    [9, [1, 2, 3, 4, 5, 6, 7]],
  ])('chooses for %i images the headings %j of seven', (count, positions) => {
    expect(spread(headings, count).map(({ position }) => position)).toEqual(positions);
  });
});

describe('cutting text', () => {
  it('leaves a short text as it is', () => {
    expect(cutAtWord('short', 5)).toBe('short');
  });

  it('cuts at the last space', () => {
    expect(cutAtWord('one two three', 10)).toBe('one two…');
  });

  it('never splits an emoji', () => {
    expect(cutAtWord('abc🍵def', 4)).toBe('abc…');
  });
});
