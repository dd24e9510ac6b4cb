import { isIntentWord, isModifier } from '../../language/intent.ts';
import { lexiconOf, normaliseText } from '../../language/lexicon.ts';
import { tidyPhrase } from '../../schema/keyword.ts';

/** Words of a phrase, as they follow each other, that might name its topic. */
export interface NameCandidate {
  /** Equal for forms of the same words. */
  readonly key: string;
  /** As written. */
  readonly surface: string;
  /** Words of it that tell something; words that any topic may have count less. At least 0.5. */
  readonly weight: number;
}

/** The longest name, in words. */
const maxWords = 4;

interface Word {
  readonly surface: string;
  readonly key: string;
  /** May stand inside a name, and never at its ends: `for`. */
  readonly isStopWord: boolean;
  /** Ends a name: best, price. */
  readonly isBreak: boolean;
  readonly weight: number;
}

/** Every run of 1–4 words that begins and ends with a topical one. */
export function candidatesOf(phrase: string, language: string): NameCandidate[] {
  const isJapanese = lexiconOf(language).code === 'ja';
  const words = isJapanese ? japaneseWords(phrase, language) : spacedWords(phrase, language);
  const separator = isJapanese ? '' : ' ';
  return words.flatMap((_, from) =>
    Array.from({ length: maxWords }, (_, extra) => words.slice(from, from + extra + 1))
      .filter((run, extra) => run.length === extra + 1 && isName(run))
      .map((run) => ({
        key: run.map(({ key }) => key).join(separator),
        surface: run.map(({ surface }) => surface).join(separator),
        weight: run.reduce((sum, { weight }) => sum + weight, 0),
      })),
  );
}

function isName(run: readonly Word[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  return !first?.isStopWord && !last?.isStopWord && !run.some(({ isBreak }) => isBreak);
}

function spacedWords(phrase: string, language: string): Word[] {
  const lexicon = lexiconOf(language);
  return lexicon.words(tidyPhrase(phrase)).map((surface) => {
    const written = normaliseText(surface);
    const key = lexicon.stem(written);
    const isStopWord = lexicon.stopWords.has(written);
    const isBreak = !isStopWord && isIntentWord(written, language);
    return { surface, key, isStopWord, isBreak, weight: weightOf(key, isStopWord, language) };
  });
}

/** Runs of one script are Japanese names' words; spaces and words of intent break them. */
function japaneseWords(phrase: string, language: string): Word[] {
  const lexicon = lexiconOf(language);
  const known = [...lexicon.topicless].sort((a, b) => b.length - a.length);
  const parts = tidyPhrase(phrase).split(new RegExp(`(${known.join('|')}|\\s)`, 'iu'));
  return parts.flatMap((part): Word[] => {
    const isBreak = /^\s*$/u.test(part) || lexicon.topicless.has(normaliseText(part));
    if (isBreak) return [{ surface: part, key: part, isStopWord: false, isBreak, weight: 0 }];
    return (
      part.match(
        /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu,
      ) ?? []
    ).map((surface) => {
      const isStopWord = lexicon.stopWords.has(surface);
      return { surface, key: surface, isStopWord, isBreak, weight: weightOf(surface, isStopWord, language) };
    });
  });
}

function weightOf(key: string, isStopWord: boolean, language: string): number {
  if (isStopWord) return 0;
  return isModifier(key, language) ? 0.5 : 1;
}
