import { isForeignTo } from '../../../language/foreign.ts';
import { lexiconOf } from '../../../language/lexicon.ts';
import { says } from '../../../language/says.ts';
import { habitsOf, nearDuplicates } from '../prose.ts';
import { type Rule, shareOf } from '../rule.ts';
import type { Ideas } from '../subjects.ts';
import { answersRule } from './answers.ts';

/** Characters; a Japanese one says as much as two and a half Latin ones. */
const titleLength = (language: string) =>
  lexiconOf(language).code === 'ja' ? { least: 10, most: 40 } : { least: 20, most: 75 };

export const ideaRules: readonly Rule<Ideas>[] = [
  answersRule,
  {
    name: 'keywords covered',
    threshold: 0.9,
    score: ({ input, ideas }) =>
      shareOf(input.keywords, ({ phrase }) => ideas.some(({ keywords }) => keywords.includes(phrase))),
  },
  {
    name: 'no near-duplicates',
    threshold: 1,
    score: ({ input, ideas }) => {
      const titles = [...input.existing, ...ideas.map(({ title }) => title)];
      return 1 - nearDuplicates(titles, input.site.language, 0.8) / Math.max(1, ideas.length);
    },
  },
  {
    name: 'title length',
    threshold: 0.8,
    score: ({ input, ideas }) => {
      const { least, most } = titleLength(input.site.language);
      return shareOf(ideas, ({ title }) => title.length >= least && title.length <= most);
    },
  },
  {
    name: 'banned phrases',
    threshold: 1,
    score: ({ input: { site }, ideas }) => {
      const banned = [...site.avoidWords, ...habitsOf(site.language).filler];
      return shareOf(
        ideas,
        ({ title, brief }) => !banned.some((phrase) => says(`${title}. ${brief}`, phrase, site.language)),
      );
    },
  },
  {
    name: 'language',
    threshold: 1,
    score: ({ input, ideas }) =>
      isForeignTo(input.site.language, ideas.map(({ title, brief }) => `${title}. ${brief}`).join(' '))
        ? 0
        : 1,
  },
];
