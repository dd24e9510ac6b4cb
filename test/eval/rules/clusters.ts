import { isForeignTo } from '../../../language/foreign.ts';
import { nearDuplicates } from '../prose.ts';
import { type Rule, shareOf } from '../rule.ts';
import type { Clusters } from '../subjects.ts';
import { answersRule } from './answers.ts';

export const clusterRules: readonly Rule<Clusters>[] = [
  answersRule,
  {
    name: 'keywords covered',
    threshold: 1,
    score: ({ input, reply }) =>
      shareOf(input.keywords, (phrase) => {
        const number = input.keywords.indexOf(phrase) + 1;
        return reply.clusters.filter(({ keywords }) => keywords.includes(number)).length === 1;
      }),
  },
  {
    name: 'no near-duplicates',
    threshold: 1,
    score: ({ input, reply }) => {
      const names = [...input.offered.map(({ name }) => name), ...newNames(reply)];
      return 1 - nearDuplicates(names, input.language, 0.6) / Math.max(1, names.length);
    },
  },
  {
    name: 'size',
    // A keyword may be on its own now and then; most of them have company.
    threshold: 0.6,
    score: ({ reply }) =>
      shareOf(reply.clusters, ({ keywords }) => keywords.length > 1 && keywords.length <= 10),
  },
  {
    name: 'names are topics',
    threshold: 1,
    score: ({ reply }) =>
      shareOf(
        newNames(reply),
        (name) => name.length <= 60 && !/[?？!]/u.test(name) && name.split(' ').length <= 6,
      ),
  },
  {
    name: 'language',
    threshold: 1,
    score: ({ input, reply }) =>
      isForeignTo(input.language, reply.clusters.map(({ description }) => description).join(' ')) ? 0 : 1,
  },
];

function newNames(reply: Clusters['reply']): string[] {
  return reply.clusters.flatMap(({ join, name }) => (join === null ? [name] : []));
}
