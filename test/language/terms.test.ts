import { describe, expect, it } from 'vitest';
import { terms } from '../../language/terms.ts';

describe('terms', () => {
  it('gives the forms of a word one stem', () => {
    expect(terms('Espresso Machines', 'en')).toEqual(terms('espresso machine', 'en'));
    expect(terms('Fassadendämmung', 'de').join()).toMatch(new RegExp(`${terms('Dämmung', 'de')}$`, 'u'));
    expect(terms('Kaffeemühlen', 'de')).toEqual(terms('Kaffeemühle', 'de'));
    expect(terms('кофемашины', 'ru')).toEqual(terms('кофемашина', 'ru'));
    expect(terms('cafetières', 'fr')).toEqual(terms('cafetière', 'fr'));
    expect(terms('cafeteras', 'es')).toEqual(terms('cafetera', 'es'));
  });

  it('drops words that only hold a phrase together', () => {
    expect(terms('the beans for a machine', 'en')).toEqual(['bean', 'machin']);
    expect(terms('Bohnen für die Maschine', 'de')).toEqual(['bohn', 'maschin']);
  });

  it('reads possessives and elisions as their noun', () => {
    expect(terms("dog's bed", 'en')).toEqual(['dog', 'bed']);
    expect(terms('filtre d’eau', 'fr')).toEqual(terms('filtre eau', 'fr'));
  });

  it('does not care for accents that searchers leave out', () => {
    expect(terms('cafetiere', 'fr')).toEqual(terms('cafetière', 'fr'));
    expect(terms('ёлка', 'ru')).toEqual(terms('елка', 'ru'));
  });

  it('splits Japanese, which has no spaces', () => {
    expect(terms('コーヒー豆の選び方', 'ja')).toEqual(['コーヒー', '豆', '選び方']);
    expect(terms('エスプレッソマシンおすすめ', 'ja')).toEqual(['エスプレッソ', 'マシン', 'おすすめ']);
  });

  it('keeps what a dictionary would tear apart in Japanese', () => {
    expect(terms('デカフェ', 'ja')).toEqual(['デカフェ']);
    expect(terms('家庭用 焙煎機', 'ja')).toContain('焙煎');
  });

  it('reads full-width letters as ordinary ones', () => {
    expect(terms('ＵＳＢケーブル', 'ja')).toEqual(['usb', 'ケーブル']);
  });

  it('reads a language it has no lists for, and a tag that is none', () => {
    expect(terms('máquina de café', 'pt-BR')).toContain('caf');
    expect(terms('coffee beans', 'not a tag')).toEqual(['coffee', 'beans']);
  });

  it('finds nothing in an empty text', () => {
    expect(terms('  ', 'en')).toEqual([]);
    expect(terms('', 'ja')).toEqual([]);
  });
});
