import type { Prompt, TextCall } from '#stage';
import { dataBlock, siteBlockRule } from '../../language/data-block.ts';
import { isForeignTo } from '../../language/foreign.ts';
import { languageName } from '../../language/language-name.ts';
import { leakFault } from '../../language/prompt-leak.ts';
import { avoidedFault } from '../../language/says.ts';
import type { SiteFacts } from '../../schema/site-facts.ts';
import {
  type ArticleBrief,
  type ImagePrompts,
  imagePromptsReply,
  maxAlt,
  maxPrompt,
} from './article-brief.ts';
import { sampleImagePrompts } from './offline.ts';

/** One prompt and one alt text for each place of an article. */
export const imagePromptsCall: TextCall<ArticleBrief, ImagePrompts> = {
  purpose: 'image-prompts',
  promptVersion: '3',
  prompt: imagePromptsPrompt,
  schema: imagePromptsReply,
  fault: (reply, brief) => leakFault(reply, pictureEditor(brief.site)) ?? imagePromptsFault(reply, brief),
  offline: sampleImagePrompts,
};

/** Who briefs the image model, and by which rules. */
function pictureEditor({ language }: SiteFacts): string {
  return [
    'You are the picture editor of the website described in <site>. You read an article draft and brief an image',
    'model, one picture for each of <places>, so that all pictures look like one commissioned series.',
    '',
    'Rules for each prompt:',
    `- Write it in English, 40 to 90 words, at most ${maxPrompt} characters: image models follow English best.`,
    '- Name one concrete subject and what it does or where it is, then composition, light, colours and medium.',
    '- Show what the place is about, not a symbol of it. Two places never share a subject and an angle.',
    '- Keep light, colour mood and medium the same in all prompts of the article, in the mood of the brand voice,',
    '  and right for the audience and the country.',
    '- The featured picture stands for the whole article, reads well small, and has calm space around its subject.',
    '- No text, letters, numbers, logos, brand names, watermarks, screens with content, charts or collages.',
    '- No real or recognisable person, no child as the subject, nothing violent, sexual or frightening.',
    '- Make no medical, legal or factual claim look proven by the picture.',
    '',
    'Rules for each alt text:',
    `- Write it in ${languageName(language)}: one plain sentence or phrase of at most ${maxAlt} characters.`,
    '- Say what can be seen, for a reader who cannot see it. Do not begin with "Image of" or the like.',
    '- Use a keyword only where it names what is seen, and never a word listed under avoidWords: say that another way.',
    '',
    siteBlockRule,
  ].join('\n');
}

function imagePromptsPrompt({ site, places, ...article }: ArticleBrief): Prompt {
  return {
    system: pictureEditor(site),
    user: [
      dataBlock('site', site),
      dataBlock('article', article),
      dataBlock('places', places),
      `Reply with images: exactly ${places.length}, one for each place in their order. For each: position (the`,
      "place's; 0 is the featured picture), prompt, alt.",
    ].join('\n'),
  };
}

function imagePromptsFault(
  { images }: ImagePrompts,
  { places, site, title }: ArticleBrief,
): string | undefined {
  const wanted = places.map((place) => place.position);
  const given = images.map((image) => image.position);
  if (given.length !== wanted.length || wanted.some((position) => !given.includes(position))) {
    return `Give exactly one image for each of the positions ${wanted.join(', ')}, not ${given.join(', ') || 'none'}.`;
  }
  if (new Set(images.map((image) => image.prompt.toLowerCase())).size < images.length) {
    return 'Two prompts are the same; each place needs a picture of its own.';
  }
  const tooLong = images.find((image) => image.alt.length > maxAlt || image.prompt.length > maxPrompt);
  if (tooLong) {
    return `Position ${tooLong.position} is too long: at most ${maxPrompt} characters for a prompt, ${maxAlt} for an alt.`;
  }
  const announced = images.find((image) =>
    /^(an? )?(image|picture|photo|illustration) (of|showing)\b/i.test(image.alt),
  );
  if (announced) return `The alt of position ${announced.position} announces itself; say only what is seen.`;
  const alts = images.map(({ alt }) => alt).join(' ');
  if (isForeignTo(site.language, withoutWordsOf(title, alts)))
    return `The alt texts are in another language; write them in ${languageName(site.language)}.`;
  return avoidedFault([alts], site);
}

/** What a text says of its own: a title may be in another language than its site, and its words may be taken up. */
function withoutWordsOf(title: string, text: string): string {
  const words = new Set(wordsOf(title));
  // Nothing parts the words of some languages, and of a title that is cut a piece is left.
  const taken = (word: string) => words.has(word) || (word.length > 12 && title.toLowerCase().includes(word));
  return wordsOf(text)
    .filter((word) => !taken(word))
    .join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
