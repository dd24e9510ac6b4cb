import { describe, expect, it } from 'vitest';
import { badArticles } from './bad/bad-articles.ts';
import { badPaintings, badPictures, goodPainting, goodPictures } from './bad/bad-pictures.ts';
import { badClusters, badIdeas, goodClusters, goodIdeas } from './bad/bad-plans.ts';
import { anArticle } from './bad/good-article.ts';
import { brokenRules, type Rule, scoresOf } from './rule.ts';
import { articleRules } from './rules/article.ts';
import { clusterRules } from './rules/clusters.ts';
import { ideaRules } from './rules/ideas.ts';
import { paintingRules, pictureRules } from './rules/pictures.ts';

const stages = [
  stage('clusters', clusterRules, goodClusters, badClusters),
  stage('ideas', ideaRules, goodIdeas, badIdeas),
  stage(
    'an article',
    articleRules,
    anArticle(),
    Object.fromEntries(Object.entries(badArticles).map(([rule, make]) => [rule, make()])),
  ),
  stage('image prompts', pictureRules, goodPictures, badPictures),
  stage('a painting', paintingRules, goodPainting, badPaintings),
];

describe.each(stages)('the rules for $name', ({ good, bad, rules }) => {
  it('are all kept by what a good editor would let pass', () => {
    expect(good).toEqual([]);
  });

  it.each(bad)('find what breaks “$rule”, and nothing else wrong with it', ({ rule, broken }) => {
    expect(broken).toEqual([rule]);
  });

  it('are each broken by something that was made badly on purpose', () => {
    expect(bad.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted());
  });
});

function stage<Subject>(
  name: string,
  rules: readonly Rule<Subject>[],
  good: Subject,
  bad: Readonly<Record<string, Subject>>,
) {
  const broken = (subject: Subject) => brokenRules(scoresOf(rules, subject, false));
  return {
    name,
    rules: rules.map((rule) => rule.name),
    good: broken(good),
    bad: Object.entries(bad).map(([rule, subject]) => ({ rule, broken: broken(subject) })),
  };
}
