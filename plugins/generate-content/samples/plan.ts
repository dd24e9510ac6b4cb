import { seeded } from '../../../language/seeded.ts';
import { ArticleKind } from '../../../schema/idea.ts';
import type { SectionKind } from './phrasebook.ts';

/** What a kind of article is made of. Where there is a choice, the title makes it. */
interface Plan {
  /** One of these begins. */
  readonly first: readonly SectionKind[];
  /** These follow in any case. */
  readonly always?: readonly SectionKind[];
  /** As many of these as are needed follow. */
  readonly some: readonly SectionKind[];
  /** One of these ends. */
  readonly last: readonly SectionKind[];
}

const length = 5;

const plans: Readonly<Record<ArticleKind, Plan>> = {
  [ArticleKind.Guide]: {
    first: ['basics', 'criteria'],
    some: ['basics', 'criteria', 'picks', 'table', 'verdict', 'costs', 'mistakes'],
    last: ['faq'],
  },
  [ArticleKind.HowTo]: {
    first: ['basics', 'criteria', 'costs'],
    always: ['steps'],
    some: ['criteria', 'picks', 'verdict', 'costs', 'mistakes'],
    last: ['next', 'faq'],
  },
  [ArticleKind.Comparison]: {
    first: ['table'],
    some: ['basics', 'criteria', 'picks', 'verdict', 'costs', 'mistakes'],
    last: ['next', 'faq'],
  },
  [ArticleKind.List]: {
    first: ['picks'],
    some: ['basics', 'criteria', 'table', 'verdict', 'costs', 'mistakes'],
    last: ['next', 'faq'],
  },
  [ArticleKind.Review]: {
    first: ['verdict'],
    some: ['basics', 'criteria', 'picks', 'table', 'costs', 'mistakes'],
    last: ['next', 'faq'],
  },
  [ArticleKind.Question]: {
    first: ['basics', 'verdict'],
    some: ['criteria', 'steps', 'picks', 'costs', 'mistakes'],
    last: ['faq'],
  },
  [ArticleKind.Local]: {
    first: ['local'],
    some: ['basics', 'criteria', 'picks', 'verdict', 'costs', 'mistakes'],
    last: ['faq'],
  },
};

/** The sections of a sample article, five of them; the same for the same title. */
export function planOf(articleKind: ArticleKind, title: string): SectionKind[] {
  const choices = seeded(`plan ${title}`);
  const { first, always = [], some, last } = plans[articleKind];
  const start = [choices.pick(first), ...always];
  const free = some.filter((kind) => !start.includes(kind));
  const chosen = new Set(choices.shuffle(free).slice(0, length - 1 - start.length));
  return [...start, ...free.filter((kind) => chosen.has(kind)), choices.pick(last)];
}
