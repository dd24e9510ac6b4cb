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
  return { prompt: cutAtWord(prompt, maxPrompt - 1), alt: sampleAlt(brief, subject) };
}

/** Made of the article's own words alone, so it is in the article's language whichever that is. */
function sampleAlt(brief: ArticleBrief, subject: string): string {
  const keyword = brief.keywords[0];
  const named = keyword === undefined || subject.toLowerCase().includes(keyword.toLowerCase());
  return cutAtWord(named ? subject : `${subject} – ${keyword}`, maxAlt - 1);
}
