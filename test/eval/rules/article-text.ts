/** Rules of what an article says, and how. */
import { isForeignTo } from '../../../language/foreign.ts';
import { leakFault } from '../../../language/prompt-leak.ts';
import { says } from '../../../language/says.ts';
import { terms } from '../../../language/terms.ts';
import { writer } from '../../../plugins/generate-content/writer.ts';
import { plainText } from '../../../schema/article-html.ts';
import { difficulty, habitsOf, sentencesOf } from '../prose.ts';
import { type Rule, shareOf } from '../rule.ts';
import type { Article } from '../subjects.ts';

export const textRules: readonly Rule<Article>[] = [
  {
    name: 'keywords covered',
    threshold: 0.75,
    score: ({ assignment: { keywords, site }, draft }) => {
      const said = new Set(terms(plainText(draft.html), site.language));
      return shareOf(keywords, (phrase) => terms(phrase, site.language).every((term) => said.has(term)));
    },
  },
  {
    name: 'links offered',
    threshold: 1,
    score: (article) => {
      const offered = new Set(article.assignment.links.map(({ ref }) => ref));
      return shareOf(hrefsOf(article), (ref) => offered.has(ref));
    },
  },
  {
    name: 'links used',
    threshold: 1,
    score: (article) => (article.assignment.links.length === 0 || hrefsOf(article).length > 0 ? 1 : 0),
    notForSamples:
      'Their passages are the same for every site, so that they fit to no article in particular.',
  },
  {
    name: 'banned phrases',
    threshold: 1,
    score: ({ assignment: { site }, draft }) => {
      const text = plainText(draft.html);
      const banned = [...site.avoidWords, ...habitsOf(site.language).filler];
      return shareOf(banned, (phrase) => !says(text, phrase, site.language));
    },
    notForSamples: 'Their passages are written once for all sites, and know no words to avoid.',
  },
  {
    name: 'no invented sources',
    threshold: 1,
    score: ({ assignment: { site }, draft }) => {
      const text = plainText(draft.html);
      return shareOf(habitsOf(site.language).claims, (phrase) => !says(text, phrase, site.language));
    },
  },
  {
    name: 'reading level',
    threshold: 1,
    score: ({ assignment: { site }, sections }) =>
      habitsOf(site.language).hardest / Math.max(1, difficulty(sections.join('\n'), site.language)),
  },
  {
    name: 'no repetition',
    threshold: 0.95,
    score: ({ assignment: { site }, sections }) => {
      const long = sections
        .flatMap((html) => sentencesOf(html, site.language))
        .filter(({ length }) => length > 25);
      return long.length === 0 ? 1 : new Set(long).size / long.length;
    },
  },
  {
    name: 'language',
    threshold: 1,
    score: ({ assignment: { site }, sections }) =>
      shareOf(sections, (html) => !isForeignTo(site.language, plainText(html))),
  },
  {
    name: 'instructions kept',
    threshold: 1,
    score: ({ assignment, sections, finish, outline }) =>
      leakFault({ sections, finish, outline }, writer(assignment)) === undefined ? 1 : 0,
  },
];

function hrefsOf({ sections, finish }: Article): string[] {
  const given = [...sections, finish.opening].join('\n');
  return [...given.matchAll(/<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]*)/giu)].map(([, href = '']) => href);
}
