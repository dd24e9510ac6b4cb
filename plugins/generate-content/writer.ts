import { siteBlockRule } from '../../language/data-block.ts';
import { languageName } from '../../language/language-name.ts';
import { ArticleKind } from '../../schema/idea.ts';
import { PointOfView } from '../../schema/site.ts';
import type { Assignment } from './article.ts';

const forms: Readonly<Record<ArticleKind, string>> = {
  [ArticleKind.Guide]:
    'a guide: from the basics to a sound decision, with a section of frequent questions at the end',
  [ArticleKind.HowTo]:
    'a how-to: what is needed, numbered steps that can be followed, what goes wrong and how to mend it',
  [ArticleKind.Comparison]:
    'a comparison: the options by the same criteria, one table, and who should take which',
  [ArticleKind.List]: 'a list: how the entries were chosen, each entry with its reason and for whom it is',
  [ArticleKind.Review]:
    'a review: what was looked at, strengths, weaknesses, and a verdict that names for whom it holds',
  [ArticleKind.Question]:
    'an answer: the short answer first, then the reasons, and a section of frequent questions at the end',
  [ArticleKind.Local]:
    'a local article: how to find and judge a place nearby, what to ask, and a section of frequent questions at the end',
};

/** Kinds of article whose readers come with more questions than one. */
export const kindsWithQuestions: ReadonlySet<ArticleKind> = new Set([
  ArticleKind.Guide,
  ArticleKind.Question,
  ArticleKind.Local,
]);

const voices: Readonly<Record<PointOfView, string>> = {
  [PointOfView.We]: 'The website speaks of itself as "we", in whatever form its language has for that.',
  [PointOfView.I]: 'The website speaks as one person, as "I", in whatever form its language has for that.',
  [PointOfView.Neutral]:
    'Nobody speaks of themselves: neither "I" nor "we", nor their forms in other languages.',
};

/** Who writes, for whom and how: the same for all calls of an article. */
export function writer({ site, articleKind }: Pick<Assignment, 'site' | 'articleKind'>): string {
  return [
    `You are a senior writer and editor for the website described in <site>. You write in ${languageName(site.language)}, as an educated native speaker does, with that language's own typography and quotation marks.`,
    `You are at work on ${forms[articleKind]}.`,
    'Write for the audience in <site>, as people in its country say things, and in its brand voice; if they are missing, be friendly, precise and calm. Of examples in the brand voice take the tone, never the sentences. Never use a word listed under avoidWords; where a search phrase or the title has such a word, say it another way.',
    ...(site.pointOfView ? [voices[site.pointOfView]] : []),
    'Be concrete: numbers that follow from the matter itself, examples, reasons. Claim nothing that you cannot know: no invented studies, statistics, sources, prices, quotations, tests, people or experiences of your own. No filler, no praise of the topic, no closing phrases such as "in conclusion".',
    'Sentences of at most 20 words on average; one thought a paragraph.',
    'Use search phrases where they fit the sentence, inflected as grammar asks; never force or repeat them.',
    siteBlockRule,
  ].join('\n');
}
