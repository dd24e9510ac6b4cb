import { isForeignTo } from '../../../language/foreign.ts';
import { says } from '../../../language/says.ts';
import { maxAlt, maxPrompt } from '../../../plugins/generate-image-prompts/article-brief.ts';
import { nearDuplicates } from '../prose.ts';
import { type Rule, shareOf } from '../rule.ts';
import type { Painting, Pictures } from '../subjects.ts';
import { answersRule } from './answers.ts';

export const pictureRules: readonly Rule<Pictures>[] = [
  answersRule,
  {
    name: 'every place',
    threshold: 1,
    score: ({ brief, images }) =>
      images.length === brief.places.length
        ? shareOf(brief.places, ({ position }) => images.some((image) => image.position === position))
        : 0,
  },
  {
    name: 'alt texts',
    threshold: 1,
    score: ({ brief: { site }, images }) =>
      shareOf(
        images,
        ({ alt }) =>
          alt.length > 3 &&
          alt.length <= maxAlt &&
          !/^(an? )?(image|picture|photo|bild|foto|imagen|写真)\b/iu.test(alt) &&
          !site.avoidWords.some((word) => says(alt, word, site.language)),
      ),
  },
  {
    name: 'prompts in English',
    threshold: 1,
    score: ({ images }) => (isForeignTo('en', images.map(({ prompt }) => prompt).join(' ')) ? 0 : 1),
  },
  {
    name: 'prompt length',
    threshold: 1,
    score: ({ images }) => shareOf(images, ({ prompt }) => prompt.length >= 60 && prompt.length <= maxPrompt),
  },
  {
    name: 'no near-duplicates',
    threshold: 1,
    score: ({ images }) => {
      const prompts = images.map(({ prompt }) => prompt);
      return 1 - nearDuplicates(prompts, 'en', 0.85) / Math.max(1, prompts.length);
    },
  },
];

export const paintingRules: readonly Rule<Painting>[] = [
  { name: 'is a picture', threshold: 1, score: ({ found }) => (found === null ? 0 : 1) },
  {
    name: 'size',
    // Models have sizes of their own; what is much smaller would be blurred.
    threshold: 0.6,
    score: ({ found, asked }) => (found === null ? 1 : found.width / asked.width),
  },
];
