import type { Article } from '../subjects.ts';
import { anArticle, goodFinish, goodOutline, withSection } from './good-article.ts';

const german =
  '<p>Kaltes Wasser braucht viel Zeit, und deshalb muss das Pulver nicht fein sein. Wer zu fein mahlt, bekommt einen bitteren Kaffee, der auch noch trüb ist. Am besten beginnt man mit der gröbsten Stufe der Mühle und wird dann Schritt für Schritt feiner, bis es schmeckt. Das Mahlgut sollte so grob wie Rohrzucker sein, denn so bleibt es im Sieb und gibt seinen Geschmack langsam ab, ohne dass es trüb wird. Wer die Stufe gefunden hat, schreibt sie auf.</p>';

/** What was made badly on purpose, by the one rule that each breaks. */
export const badArticles: Readonly<Record<string, () => Article>> = {
  'valid answers': () => anArticle({ answers: { given: 9, right: 4 } }),
  headings: () => {
    const [one, two, three] = goodOutline.sections;
    const sections = [one, { ...two, heading: one?.heading ?? '' }, three] as typeof goodOutline.sections;
    return anArticle({ outline: { sections } });
  },
  questions: () => withSection(2, (html) => html.replaceAll(/<(\/?)h3>/gu, '<$1p>')),
  'summary box': () => anArticle({ finish: { ...goodFinish, summary: goodFinish.summary.slice(0, 2) } }),
  length: () => anArticle({ assignment: { ...anArticle().assignment, words: 600 } }),
  'meta texts': () => anArticle({ finish: { ...goodFinish, metaTitle: 'Cold Brew Grind Size '.repeat(4) } }),
  slug: () => anArticle({ assignment: { ...anArticle().assignment, title: '?!' } }),
  'nothing that runs': () => withSection(0, (html) => `${html}<script>steal()</script>`),
  'keywords covered': () =>
    anArticle({
      assignment: {
        ...anArticle().assignment,
        keywords: ['cold brew grind size', 'nitro keg tap', 'decaf concentrate price'],
      },
    }),
  'links offered': () =>
    withSection(0, (html) =>
      html
        .replace('a coarse grind', '<a href="https://example.com/study">a coarse grind</a>')
        .replace('Cold brew', '<a href="https://example.com/x">Cold brew</a>'),
    ),
  'links used': () => withSection(1, (html) => html.replaceAll(/<\/?a\b[^>]*>/gu, '')),
  'banned phrases': () =>
    withSection(0, (html) => html.replace('Cold brew takes', 'Even a cheap cold brew takes')),
  'no invented sources': () =>
    withSection(0, (html) => html.replace('Go much finer', 'Studies show: go much finer')),
  // One sentence a paragraph, as lawyers write.
  'reading level': () =>
    anArticle({
      sections: anArticle().sections.map((html) =>
        html
          .replaceAll(/[.?!:] (?=\w)/gu, ' whereas ')
          .replaceAll(/\bthe\b/gu, 'aforementioned')
          .replaceAll(/\b(it|and|so|with|of|a|yet|that)\b(?![^<]*>)/gu, 'notwithstanding'),
      ),
    }),
  'no repetition': () =>
    withSection(1, (html) =>
      html.replace(
        /<p>Change one thing.*?<a/su,
        '<p>Coarse coffee stays in the sieve. The water stands on the coffee for half a day, so it needs little help from a fine grind. Read <a',
      ),
    ),
  language: () => withSection(0, () => german),
  'instructions kept': () =>
    withSection(0, (html) =>
      html.replace(
        '<p>The grind',
        '<p>Be concrete: numbers that follow from the matter itself, examples, reasons. The grind',
      ),
    ),
};
