import { seeded } from '../../../language/seeded.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import type { SectionKind } from './phrasebook.ts';

/** What each kind of article is made of; where there are alternatives, the title decides. */
const plans: Readonly<Record<ArticleKind, readonly (readonly SectionKind[])[]>> = {
  [ArticleKind.Guide]: [
    ['basics'],
    ['criteria', 'picks'],
    ['costs', 'table', 'local'],
    ['mistakes', 'next'],
    ['faq'],
  ],
  [ArticleKind.HowTo]: [
    ['basics', 'criteria'],
    ['steps'],
    ['mistakes'],
    ['costs', 'verdict'],
    ['next', 'faq'],
  ],
  [ArticleKind.Comparison]: [
    ['table'],
    ['criteria', 'basics'],
    ['picks'],
    ['costs', 'verdict'],
    ['next', 'mistakes'],
  ],
  [ArticleKind.List]: [
    ['picks'],
    ['criteria', 'basics'],
    ['table', 'verdict'],
    ['costs', 'mistakes'],
    ['next'],
  ],
  [ArticleKind.Review]: [
    ['verdict'],
    ['criteria', 'basics'],
    ['costs'],
    ['picks', 'table'],
    ['next', 'mistakes'],
  ],
  [ArticleKind.Question]: [
    ['basics'],
    ['steps', 'criteria', 'verdict'],
    ['mistakes', 'costs'],
    ['faq'],
    ['next'],
  ],
  [ArticleKind.Local]: [
    ['local'],
    ['criteria', 'picks'],
    ['costs', 'verdict'],
    ['mistakes', 'basics'],
    ['faq'],
  ],
};

/** The sections of a sample article, five of them; the same for the same title. */
export function planOf(articleKind: ArticleKind, title: string): SectionKind[] {
  const choices = seeded(`plan ${title}`);
  return plans[articleKind].map((alternatives) => choices.pick(alternatives));
}
