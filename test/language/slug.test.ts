import { describe, expect, it } from 'vitest';
import { slugOf } from '../../language/slug.ts';

describe('a slug', () => {
  it.each([
    ['en', 'Espresso Machines: A Beginner’s Guide!', 'espresso-machines-a-beginners-guide'],
    ['de', 'Größe & Höhe für Öfen über 3 m²', 'groesse-hoehe-fuer-oefen-ueber-3-m2'],
    ['en', 'Müller’s Kaffee', 'muellers-kaffee'],
    ['es', 'Pingüinos y señales: ¿qué año?', 'pinguinos-y-senales-que-ano'],
    ['fr', 'L’été à la crème brûlée : œufs', 'lete-a-la-creme-brulee-oeufs'],
    ['sv', 'Kärlek på Öland', 'karlek-pa-oland'],
    ['da', 'Rødgrød med fløde på æbler', 'roedgroed-med-floede-pa-aebler'],
    ['tr', 'İstanbul’da Kahve: Isınan Çay', 'istanbulda-kahve-isinan-cay'],
    ['en', 'İstanbul İ', 'istanbul-i'],
    ['vi', 'Cà phê sữa đá: m\u0303', 'ca-phe-sua-da-m'],
    ['pl', 'Łódź żółta', 'lodz-zolta'],
    ['ru', 'Как выбрать кофемашину: объём и щётка', 'kak-vybrat-kofemashinu-obyom-i-shchyotka'],
    ['uk', 'Її кава', 'yiyi-kava'],
    ['ja', 'コーヒー豆の選び方：初心者ガイド', 'コーヒー豆の選び方-初心者ガイド'],
    ['ja', 'ガラスの瓶（2026）', 'ガラスの瓶-2026'],
    ['hi', 'कॉफी कैसे बनाएं', 'कॉफी-कैसे-बनाएं'],
    ['en', '  --  Weird __ spacing  -- ', 'weird-spacing'],
  ])('is made of words: %s %s', (language, title, slug) => {
    expect(slugOf(title, language)).toBe(slug);
  });

  it('is `article` where a title has neither letters nor digits', () => {
    expect(slugOf('?!… ☕', 'en')).toBe('article');
  });

  it('ends behind a word, within 80 characters', () => {
    const slug = slugOf('espresso machine '.repeat(20), 'en');
    expect(slug).toBe('espresso-machine-espresso-machine-espresso-machine-espresso-machine-espresso');
  });

  it('is at most 40 characters where letters outside a–z take many bytes', () => {
    expect(slugOf('珈琲'.repeat(60), 'ja')).toHaveLength(40);
  });

  it('stays as it is when made again', () => {
    for (const title of ['Größe & Höhe', 'кофе дома', 'コーヒー豆 おすすめ', 'Plain words'])
      expect(slugOf(slugOf(title, 'de'), 'de')).toBe(slugOf(title, 'de'));
  });

  it('does not mind a language tag with a region, or one that is none', () => {
    expect(slugOf('Über uns', 'de-AT')).toBe('ueber-uns');
    expect(slugOf('Über uns', 'not a tag!')).toBe('ueber-uns');
  });
});
