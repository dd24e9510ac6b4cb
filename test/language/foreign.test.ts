import { describe, expect, it } from 'vitest';
import { isForeignTo } from '../../language/foreign.ts';

const texts: Readonly<Record<string, string>> = {
  en: 'A grinder with steel burrs is what most people should buy first, because the taste of the cup depends on it more than on the machine. It lasts for years, and it can be cleaned with a brush in two minutes, so that old oils do not spoil what you brew.',
  de: 'Eine Mühle mit Mahlwerk aus Stahl ist das, was die meisten zuerst kaufen sollten, denn der Geschmack in der Tasse hängt von ihr mehr ab als von der Maschine. Sie hält über Jahre und lässt sich mit einem Pinsel in zwei Minuten reinigen, damit altes Fett den Kaffee nicht verdirbt.',
  es: 'Un molinillo con muelas de acero es lo que la mayoría debería comprar primero, porque el sabor de la taza depende de él más que de la máquina. Dura muchos años y se puede limpiar con un cepillo en dos minutos, para que los aceites viejos no estropeen lo que se prepara.',
  fr: 'Un moulin à meules en acier est ce que la plupart des gens devraient acheter en premier, car le goût de la tasse dépend de lui plus que de la machine. Il dure des années et se nettoie avec un pinceau en deux minutes, pour que les huiles anciennes ne gâtent pas ce que vous préparez.',
  ja: '多くの人が最初に買うべきなのは、鋼の刃を持つミルです。カップの味は機械よりもミルに左右されるからです。長年使うことができ、ブラシを使えば二分で掃除ができるので、古い油が味を損なうこともありません。毎朝の一杯のために、挽きたての豆を使いましょう。',
  ru: 'Кофемолка со стальными жерновами – это то, что большинству стоит купить первым, потому что вкус в чашке зависит от неё больше, чем от машины. Она служит годами, и её можно почистить кистью за две минуты, чтобы старые масла не портили то, что вы варите каждый день утром.',
};

describe('a text', () => {
  it.each(Object.keys(texts))('in %s is at home there, and foreign to the other languages', (language) => {
    const text = texts[language] ?? '';
    for (const other of Object.keys(texts))
      expect([other, isForeignTo(other, text)]).toEqual([other, other !== language]);
  });

  it('is not judged when it is short, or when the language is none that we have words of', () => {
    expect(isForeignTo('de', 'The best grinder for the money')).toBe(false);
    expect(isForeignTo('it', texts.en ?? '')).toBe(false);
  });

  it('may hold names and search phrases of another language', () => {
    const phrases = 'best espresso machine with grinder, cold brew coffee maker for home, ';
    expect(isForeignTo('de', `${phrases}${texts.de}`)).toBe(false);
    expect(isForeignTo('ja', `${phrases}${texts.ja}`)).toBe(false);
  });
});
