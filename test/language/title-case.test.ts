import { describe, expect, it } from 'vitest';
import { titleCase } from '../../language/title-case.ts';

describe('title case', () => {
  it.each([
    ['en', 'how to clean an espresso machine', 'How to Clean an Espresso Machine'],
    ['en', 'moka pot vs french press', 'Moka Pot vs French Press'],
    ['en', 'what to look for', 'What to Look For'],
    ['en', 'the iPhone of coffee: a review', 'The iPhone of Coffee: A Review'],
    ['en', 'step-by-step guide', 'Step-by-Step Guide'],
    ['en', 'pour over coffee vs drip', 'Pour Over Coffee vs Drip'],
    ['en', 'moving from mac to windows', 'Moving From Mac to Windows'],
    ['en', 'turn milk into butter', 'Turn Milk Into Butter'],
    ['en', 'living room with fireplace: ideas', 'Living Room With Fireplace: Ideas'],
    ['en', 'sign up form', 'Sign Up Form'],
    ['en', 'log in page', 'Log In Page'],
    ['en', 'stand up paddle board', 'Stand Up Paddle Board'],
    ['en', 'walk in the park', 'Walk in the Park'],
    ['en', 'iPad for McDonald’s', 'iPad for McDonald’s'],
    ['en', 'seo audit checklist', 'SEO Audit Checklist'],
    ['en', 'usb c hub for iphones', 'USB C Hub for iPhones'],
    ['en', 'Iphone in uk shops: faqs', 'iPhone in UK Shops: FAQs'],
    ['en', 'let us help', 'Let Us Help'],
    ['en', '500 ml bottle for tv evenings', '500 ml Bottle for TV Evenings'],
    ['de', 'hochbeet befüllen', 'Hochbeet befüllen'],
    ['de', 'fußbodenheizung nachrüsten', 'Fußbodenheizung nachrüsten'],
    ['de', 'auto finanzieren', 'Auto finanzieren'],
    ['de', 'haare färben', 'Haare färben'],
    ['de', 'wie lange ist öl haltbar', 'Wie lange ist Öl haltbar'],
    ['de', 'grillen mit beilagen', 'Grillen mit Beilagen'],
    ['de', 'futter bei haustieren', 'Futter bei Haustieren'],
    ['de', 'usb stick am pc', 'USB Stick am PC'],
    ['fr', 'clé usb pour roi', 'Clé USB pour roi'],
    ['ja', 'usb ケーブル', 'USB ケーブル'],
    ['de', 'kaffeemaschine mit mahlwerk reinigen', 'Kaffeemaschine mit Mahlwerk reinigen'],
    ['de', 'beste kaffeemaschine für zuhause', 'Beste Kaffeemaschine für Zuhause'],
    ['de', 'hochbeet bepflanzen', 'Hochbeet bepflanzen'],
    ['de', 'wärmepumpe versicherungen', 'Wärmepumpe Versicherungen'],
    ['de', 'was kommt ins hochbeet', 'Was kommt ins Hochbeet'],
    ['de', 'welches licht für tomaten', 'Welches Licht für Tomaten'],
    ['fr', 'meilleure machine à café', 'Meilleure machine à café'],
    ['es', '¿qué es el café?', '¿Qué es el café?'],
    ['ru', 'лучшие кофемашины', 'Лучшие кофемашины'],
    ['ja', 'コーヒー豆 おすすめ', 'コーヒー豆 おすすめ'],
    ['tr', 'istanbul kahvesi', 'İstanbul kahvesi'],
    ['en', '', ''],
  ])('in %s: %s', (language, text, title) => {
    expect(titleCase(text, language)).toBe(title);
    expect(titleCase(title, language)).toBe(title);
  });
});
