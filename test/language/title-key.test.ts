import { describe, expect, it } from 'vitest';
import { titleKeyOf } from '../../language/title-key.ts';

const isSame = (language: string, one: string, other: string) =>
  titleKeyOf(one, language) === titleKeyOf(other, language);

describe('the key of a title', () => {
  it.each([
    ['en', 'The Best Espresso Machines', 'Espresso Machine: Best'],
    ['en', 'Choosing a Grinder', 'Grinders: How to Choose'],
    ['en', 'Which Drip Kettle?', 'Drip Kettles'],
    ['en', 'Espresso Machine With Grinder', 'Espresso Machines and Their Grinders'],
    ['en', 'A Guide to Roasting', 'Roasting Guide'],
    ['en', 'An Introduction to Roasting', 'Roasting: Introduction'],
    ['en', 'Convert PDF to Word', 'PDF to Word Converter'],
    ['en', "Don't Eat Grapes", 'Do Not Eat Grapes'],
    ['en', 'Coffee ☕', '☕ Coffee ☕'],
    ['de', 'Die Kaffeemühlen', 'Kaffeemühle'],
    ['de', 'Kaffeemühle für den Espresso', 'Espresso: Kaffeemühlen'],
    ['fr', 'Les cafetières italiennes', 'Cafetiere italienne'],
    ['es', 'Las mejores cafeteras', 'Mejor cafetera'],
    ['ru', 'Кофемашины для дома', 'Кофемашина дома'],
    ['ja', 'コーヒー豆の保存', 'コーヒー豆 保存'],
  ])('is the same for titles that differ in form alone (%s: %s, %s)', (language, one, other) => {
    expect(isSame(language, one, other)).toBe(true);
  });

  it.each([
    ['en', 'What to Eat Before a Run', 'What to Eat After a Run'],
    ['en', 'Convert PDF to Word', 'Convert Word to PDF'],
    ['en', 'Moving from Mac to Windows', 'Moving from Windows to Mac'],
    ['en', 'Turn Milk into Butter', 'Turn Butter into Milk'],
    ['en', 'C++ for Beginners', 'C# for Beginners'],
    ['en', 'C for Beginners', 'C# for Beginners'],
    ['en', 'Dogs Should Eat Grapes', 'Dogs Should Not Eat Grapes'],
    ['en', "Plants You Can't Overwater", 'Plants You Can Overwater'],
    ['en', 'Scaling Up', 'Scaling Down'],
    ['en', 'How to Log In', 'How to Log Out'],
    ['en', 'Pour Over Coffee', 'Pour Coffee'],
    ['en', 'Vitamin A', 'Vitamin'],
    ['en', 'Vitamin A: Sources', 'Vitamin Sources'],
    ['en', 'Vitamin A Deficiency', 'A Vitamin Deficiency'],
    ['en', 'Where to Buy Kefir', 'How to Buy Kefir'],
    ['en', 'When to Prune Roses', 'How to Prune Roses'],
    ['en', 'Why Roses Grow', 'How Roses Grow'],
    ['en', 'Gifts for Her', 'Gifts'],
    ['en', 'Shoe Sizes: UK to US', 'Shoe Sizes: UK'],
    ['en', 'Living Room with Fireplace', 'Living Room Without Fireplace'],
    ['en', '🚀: A Beginner’s Guide', '☕: A Beginner’s Guide'],
    ['en', '🚀 Explained', '☕ Explained'],
    ['en', '🚀', '!!!'],
    ['de', 'Was essen vor dem Sport', 'Was essen nach dem Sport'],
    ['de', 'Wohnung ohne Fußbodenheizung', 'Wohnung mit Fußbodenheizung'],
    ['de', 'Von Mac zu Windows wechseln', 'Von Windows zu Mac wechseln'],
    ['de', 'PDF in Word umwandeln', 'Word in PDF umwandeln'],
    ['de', 'Umzug von Köln nach Bonn', 'Umzug von Bonn nach Köln'],
    ['de', 'Rosen nicht düngen', 'Rosen düngen'],
    ['de', 'Warum Rosen schneiden', 'Wie Rosen schneiden'],
    ['es', 'Gazpacho sin pan', 'Gazpacho con pan'],
    ['es', 'Por qué podar rosales', 'Qué rosales podar'],
    ['es', 'Pasar de Mac a Windows', 'Pasar de Windows a Mac'],
    ['fr', 'Café sans sucre', 'Café avec sucre'],
    ['fr', 'Passer de Mac à Windows', 'Passer de Windows à Mac'],
    ['fr', 'Ne pas tailler les rosiers', 'Tailler les rosiers'],
    ['ru', 'Кофе без сахара', 'Кофе с сахаром'],
    ['ru', 'Перевести pdf в word', 'Перевести word в pdf'],
    ['ru', 'Не поливать кактус', 'Поливать кактус'],
    ['ja', 'PDFをWordに変換', 'WordをPDFに変換'],
    ['ja', 'MacからWindowsへ移行', 'WindowsからMacへ移行'],
    ['ja', '甘くない紅茶', '甘く紅茶'],
    ['ja', 'C++ 入門', 'C# 入門'],
  ])('tells apart what says something else (%s: %s, %s)', (language, one, other) => {
    expect(isSame(language, one, other)).toBe(false);
  });

  it('is never empty', () => {
    for (const title of ['🚀', '!!!', 'The', 'to', 'С', '±'])
      for (const language of ['en', 'de', 'ja', 'ru', 'th']) expect(titleKeyOf(title, language)).not.toBe('');
  });

  it('stays as short as it was for a title without such words', () => {
    expect(titleKeyOf('Roasting the Beans', 'en')).toBe('bean roast');
  });
});
