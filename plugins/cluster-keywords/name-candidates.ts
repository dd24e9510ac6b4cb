import { lexiconOf } from '../../language/lexicon.ts';
import { tidyPhrase } from '../../schema/phrase.ts';
import { japaneseWords, spacedWords, type Word } from './name-words.ts';

/** Words of a phrase, as they follow each other, that might name its topic. */
export interface NameCandidate {
  /** Equal for forms of the same words. */
  readonly key: string;
  /** As written. */
  readonly surface: string;
  /** Words of it that tell something; one that any topic may have counts half. */
  readonly weight: number;
  /** True for a name of words that each tell something by themselves. */
  readonly isPlain: boolean;
  /** True where its first word does. */
  readonly beginsPlain: boolean;
}

/** The longest name, in words. */
const maxWords = 4;

/** Every run of 1–4 words that begins and ends with a topical one, as it is and without modifiers in its midst. */
export function candidatesOf(phrase: string, language: string): NameCandidate[] {
  const lexicon = lexiconOf(language);
  const text = tidyPhrase(phrase);
  const words = lexicon.code === 'ja' ? japaneseWords(text, lexicon) : spacedWords(text, lexicon);
  return words.flatMap((first, from) =>
    words.slice(from, from + maxWords).flatMap((last, extra): NameCandidate[] => {
      const run = words.slice(from, from + extra + 1);
      const surface = text.slice(first.from, last.to);
      const isName = first.place === 'anywhere' && last.place === 'anywhere' && !saysNothing.test(surface);
      if (!isName || run.some(({ place }) => place === 'never') || !holdsTogether(run, text)) return [];
      const whole = candidateOf(run, surface);
      const core = run.filter((word) => word === first || word === last || word.weight !== 0.5);
      if (lexicon.code === 'ja' || core.length === run.length) return [whole];
      // A raised garden bed is a raised bed, too.
      return [whole, candidateOf(core, core.map(({ from, to }) => text.slice(from, to)).join(' '))];
    }),
  );
}

function candidateOf(run: readonly Word[], surface: string): NameCandidate {
  return {
    key: run.map(({ key }) => key).join(' '),
    surface,
    weight: run.reduce((sum, { weight }) => sum + weight, 0),
    isPlain: run.every(({ weight }) => weight >= 1),
    beginsPlain: (run[0]?.weight ?? 0) >= 1,
  };
}

/** A letter or a number names nothing; 茶 does. */
const saysNothing = /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]|[\p{N}\p{P}]+)$/u;

/** No name goes over a bracket or a quotation mark. */
function holdsTogether(run: readonly Word[], text: string): boolean {
  return run.every(({ to }, at) => /^[\s\p{Pd}'’&/]*$/u.test(text.slice(to, run[at + 1]?.from ?? to)));
}
