import { z } from 'zod';
import type { TextCall } from '#stage';
import { charactersIn, columnsOf } from '../../language/columns.ts';
import { dataBlock, siteBlockRule } from '../../language/data-block.ts';
import { isForeignTo } from '../../language/foreign.ts';
import { languageName } from '../../language/language-name.ts';
import { leakFault } from '../../language/prompt-leak.ts';
import { avoidedFault } from '../../language/says.ts';
import { titleKeyOf } from '../../language/title-key.ts';
import { ArticleKind } from '../../schema/idea.ts';
import type { SiteFacts } from '../../schema/site-facts.ts';
import type { IdeaDraft, IdeasInput } from './idea-draft.ts';
import { offlineIdeas } from './offline.ts';

/** Columns that a title is asked to have. */
const titleColumns = { least: 30, most: 70 };
/** From where on it is sent back: a few letters too many are not worth another answer. A full-width title comes to more columns of fewer letters. */
const longestTitle = { characters: 2 * titleColumns.most, columns: 3 * titleColumns.most };

/** As a prompt says it: `30 to 70`. */
function askedLength(language: string): string {
  return `${charactersIn(titleColumns.least, language)} to ${charactersIn(titleColumns.most, language)}`;
}

/** Who plans, and for whom. */
function planner(site: SiteFacts): string {
  return [
    `You are the content strategist of the website described in <site>. You plan its articles in ${languageName(site.language)}, the language that all titles and briefs are in.`,
    'You know what people want who type a search phrase: to learn, to do something, to compare, to buy, to find a place. An article is worth writing only if it answers such a wish better than what they find today.',
    'Plan for the audience in <site> and in its brand voice. Never use a word listed under avoidWords in titles and briefs; where a phrase has such a word, say it another way. Promise nothing that an article written without own research could not keep: no tests, studies or prices that would have to be invented, no years.',
    siteBlockRule,
  ].join('\n');
}

export const ideasCall: TextCall<IdeasInput, { ideas: IdeaDraft[] }> = {
  purpose: 'ideas',
  promptVersion: '4',
  prompt: ({ site, cluster, keywords, count, existing }) => ({
    system: planner(site),
    user: [
      dataBlock('site', site),
      dataBlock('cluster', { ...cluster, keywords }),
      dataBlock('existing-titles', existing),
      `Plan exactly ${count} articles for the cluster. Together they answer every phrase in keywords; each has one main phrase, and no two the same main intention. They differ from <existing-titles> in what they tell, not only in wording.`,
      `Reply with ideas, the most useful first. For each: title (${askedLength(site.language)} characters, with the sense of its main phrase, written for people, no clickbait); brief (two to four sentences: who reads it, which question it answers, what it must contain and what it leaves to the other articles); articleKind (one of ${Object.values(ArticleKind).join(', ')}, by what the searcher wants; intent says so of phrases that have one); keywords (phrases of the cluster, letter by letter, the main one first).`,
    ].join('\n\n'),
  }),
  schema: z.object({
    ideas: z.array(
      z.object({
        title: z.string().trim(),
        brief: z.string().trim(),
        articleKind: z.enum(ArticleKind),
        keywords: z.array(z.string()),
      }),
    ),
  }),
  fault: (reply, input) => leakFault(reply, planner(input.site)) ?? ideasFault(reply.ideas, input),
  offline: offlineIdeas,
};

function ideasFault(ideas: readonly IdeaDraft[], input: IdeasInput): string | undefined {
  const { count, existing, site } = input;
  if (ideas.length !== count) return `Give exactly ${count} ideas, not ${ideas.length}.`;
  const known = new Map(existing.map((title) => [titleKeyOf(title, site.language), title]));
  for (const { title, brief } of ideas) {
    if (title === '') return 'An idea has no title.';
    if (title.length > longestTitle.characters || columnsOf(title) > longestTitle.columns)
      return `The title "${title}" is too long: ${title.length} characters; give it ${askedLength(site.language)}.`;
    if (brief === '') return `The idea "${title}" has no brief.`;
    const key = titleKeyOf(title, site.language);
    const same = known.get(key);
    if (same !== undefined) return `The idea "${title}" is the same as "${same}"; give another one.`;
    known.set(key, title);
  }
  const said = ideas.map(({ title, brief }) => `${title}. ${brief}`).join('\n');
  if (isForeignTo(site.language, said))
    return `Titles and briefs are in another language; write them in ${languageName(site.language)}.`;
  return avoidedFault([said], site);
}
