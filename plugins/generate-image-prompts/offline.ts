import { clip } from '../../language/clip.ts';
import { type SampleLanguage, sampleLanguageOf } from '../../language/sample-language.ts';
import { type ArticleBrief, type ImagePrompts, maxAlt, maxPrompt, type Place } from './article-brief.ts';
import { cutAtWord } from './headings-of.ts';

/** One for each picture that an article may have (10), so that no two prompts of an article are the same. */
const views = [
  'seen wide, with calm space around it',
  'seen from close by, its surface in sharp focus',
  'seen from straight above, neatly laid out',
  'in use, the scene caught in the middle of the work',
  'from a low angle, with depth behind it',
  'side by side with a second one for comparison',
  'in its surroundings, from across the room',
  'against the light, with long soft shadows',
  'through a doorway, framed by the foreground',
  'as a still life with the things that belong to it',
];

/** The offline answer: subject from title and heading, one view per picture, one mood for the article. */
export function sampleImagePrompts(brief: ArticleBrief): ImagePrompts {
  return {
    images: brief.places.map((place, nth) => ({
      position: place.position,
      ...samplePicture(brief, place, nth),
    })),
  };
}

function samplePicture(brief: ArticleBrief, place: Place, nth: number): { prompt: string; alt: string } {
  const subject = place.heading ?? brief.title;
  const view = views[nth % views.length];
  const setting = place.heading === null ? '' : ` For an article about ${cutAtWord(brief.title, 200)}.`;
  const prompt =
    `${cutAtWord(subject, 200)}, ${view}.${setting} Editorial illustration, soft daylight from the left, ` +
    'muted natural colours, fine paper texture, no text.';
  return { prompt: cutAtWord(prompt, maxPrompt - 1), alt: sampleAlt(brief, nth) };
}

/** By the language of samples; a number and the article's title follow. */
const named: Readonly<Record<SampleLanguage, readonly [name: string, colon: string]>> = {
  de: ['Musterbild', ': '],
  en: ['Sample image', ': '],
  es: ['Ilustración de muestra', ': '],
  fr: ['Illustration d’exemple', '\u00a0: '],
  ja: ['サンプル画像', '：'],
  ru: ['Пример изображения', ': '],
};

/** Says no more than is so: what is painted has nothing to do with the article. No two of an article are the same. */
function sampleAlt({ site, title }: ArticleBrief, nth: number): string {
  const [name, colon] = named[sampleLanguageOf(site.language)];
  const beginning = `${name} ${nth + 1}${colon}`;
  return `${beginning}${clip(title, maxAlt - beginning.length)}`;
}
