import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ru } from './ru.ts';

/** What a searcher wants: the kinds of article of schema/idea.ts, and `buy` for those about to pay. */
export const intents = [
  'local',
  'comparison',
  'how-to',
  'review',
  'list',
  'buy',
  'question',
  'guide',
] as const;
export type Intent = (typeof intents)[number];

/** A language's data, each list as lower-case words or phrases separated by commas. */
export interface WordLists {
  /** What gives an intent away. None of them names a topic. */
  readonly intents: Readonly<Record<Intent, string>>;
  /** More words that name no topic: easy, make, every. */
  readonly fillers: string;
  /** Words that any topic may have and that name one at most faintly: small, kit, cleaning. */
  readonly modifiers: string;
  /** What may be done to any topic, each form as written: convert, entkalken. They say as little, and name none. */
  readonly actions: string;
  /** Words that only hold a phrase together. */
  readonly stopWords: string;
  /** Stop words without which a title says something else, or the opposite: before, not, why. In pairs where need be. */
  readonly telling: string;
  /** Words that lead from what stands before them to what follows, which must not change places: PDF to Word. */
  readonly towards: string;
}

const none: WordLists = {
  intents: {
    local: '',
    comparison: '',
    'how-to': '',
    review: '',
    list: '',
    buy: '',
    question: '',
    guide: '',
  },
  fillers: '',
  modifiers: '',
  actions: '',
  stopWords: '',
  telling: '',
  towards: '',
};

const byLanguage: Readonly<Record<string, WordLists>> = { de, en, es, fr, ja, ru };

/** The lists of a language by its two-letter code; empty ones where we have none. */
export function wordListsOf(code: string): WordLists {
  return byLanguage[code] ?? none;
}
