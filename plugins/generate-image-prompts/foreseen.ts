import type { ForeseenCalls, Foresight } from '#stage';
import { briefSpecimen, phraseSpecimens, titleSpecimens } from '../../language/specimens.ts';
import { siteFacts } from '../../schema/site-facts.ts';
import type { ArticleBrief } from './article-brief.ts';
import { sampleImagePrompts } from './offline.ts';
import { imagePromptsCall } from './prompt.ts';
import { imagesOfArticle, type Settings } from './settings.ts';

/** One call a draft. */
export function imagePromptsCalls(
  items: number,
  { site, settings, rates }: Foresight<Settings>,
): ForeseenCalls[] {
  const [title = '', ...headings] = titleSpecimens(Math.max(1, Math.round(imagesOfArticle(settings, rates))));
  const brief: ArticleBrief = {
    site: siteFacts(site),
    title,
    excerpt: briefSpecimen,
    keywords: phraseSpecimens(3),
    places: [null, ...headings].map((heading, position) => ({ position, heading, text: briefSpecimen })),
  };
  const { prompt, schema } = imagePromptsCall;
  return [{ kind: 'text', count: items, prompt: prompt(brief), schema, reply: sampleImagePrompts(brief) }];
}
