import { describe, expect, it } from 'vitest';
import { intentOf, isIntentWord } from '../../language/intent.ts';
import { terms } from '../../language/terms.ts';

describe('intentOf', () => {
  it.each([
    ['best espresso machine', 'en', 'list'],
    ['breville barista express review', 'en', 'review'],
    ['aeropress vs french press', 'en', 'comparison'],
    ['latte or cappuccino', 'en', 'comparison'],
    ['how to descale a coffee maker', 'en', 'how-to'],
    ['coffee roasters near me', 'en', 'local'],
    ['best coffee shop near me', 'en', 'local'],
    ['cheap burr grinder', 'en', 'buy'],
    ['how much is a good grinder', 'en', 'buy'],
    ['what is cold brew', 'en', 'question'],
    ['cold brew coffee', 'en', 'guide'],
    ['organic coffee', 'en', 'guide'],
    ['Kaffeevollautomat Test', 'de', 'review'],
    ['Hochbeet selber bauen', 'de', 'how-to'],
    ['Unterschied Latte und Cappuccino', 'de', 'comparison'],
    ['was kostet eine Wärmepumpe', 'de', 'buy'],
    ['Rösterei in der Nähe', 'de', 'local'],
    ['meilleure cafetière', 'fr', 'list'],
    ['comment nettoyer une cafetière', 'fr', 'how-to'],
    ['comprar cafetera barata', 'es', 'buy'],
    ['qué es el café de especialidad', 'es', 'question'],
    ['コーヒー豆の選び方', 'ja', 'how-to'],
    ['エスプレッソマシン おすすめ', 'ja', 'list'],
    ['ラテとカプチーノの違い', 'ja', 'comparison'],
    ['как сварить кофе', 'ru', 'how-to'],
    ['купить кофемашину', 'ru', 'buy'],
  ])('takes %s (%s) for %s', (phrase, language, intent) => {
    expect(intentOf(phrase, language)).toBe(intent);
  });

  it('takes a phrase of a language without lists for a guide', () => {
    expect(intentOf('melhor café', 'pt')).toBe('guide');
  });
});

describe('isIntentWord', () => {
  it('knows words as written and as stemmed', () => {
    expect(
      ['best', 'Prices', ...terms('prices reviews cheapest', 'en')].every((word) => isIntentWord(word, 'en')),
    ).toBe(true);
    expect(terms('günstige Erfahrungen', 'de').every((word) => isIntentWord(word, 'de'))).toBe(true);
    expect(terms('おすすめ', 'ja').every((word) => isIntentWord(word, 'ja'))).toBe(true);
  });

  it('leaves what a phrase is about alone', () => {
    expect(terms('espresso machine 300 bar', 'en').some((word) => isIntentWord(word, 'en'))).toBe(false);
  });

  it('counts years among them', () => {
    expect(isIntentWord('2026', 'en')).toBe(true);
  });
});
