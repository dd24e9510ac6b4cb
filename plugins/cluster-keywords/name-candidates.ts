import { isIntentWord, isModifier } from '../../language/intent.ts';
import { type Lexicon, lexiconOf, normaliseText } from '../../language/lexicon.ts';
import { tidyPhrase } from '../../schema/phrase.ts';

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

interface Word {
  readonly key: string;
  /** Where it stands in the phrase, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  /** `inside` words hold a name together (`for`), `never` words end it (best, price). */
  readonly place: 'anywhere' | 'inside' | 'never';
  readonly weight: number;
}

/** Every run of 1–4 words that begins and ends with a topical one, as it is and without modifiers in its midst. */
export function candidatesOf(phrase: string, language: string): NameCandidate[] {
  const lexicon = lexiconOf(language);
  const text = tidyPhrase(phrase);
  const words = lexicon.code === 'ja' ? japaneseWords(text, lexicon) : spacedWords(text, lexicon);
  return words.flatMap((first, from) =>
    words.slice(from, from + maxWords).flatMap((last, extra): NameCandidate[] => {
      const run = words.slice(from, from + extra + 1);
      const isName = first.place === 'anywhere' && last.place === 'anywhere';
      if (!isName || run.some(({ place }) => place === 'never')) return [];
      const whole = candidateOf(run, text.slice(first.from, last.to));
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
    isPlain: run.every(({ weight }) => weight === 1),
    beginsPlain: run[0]?.weight === 1,
  };
}

function spacedWords(text: string, lexicon: Lexicon): Word[] {
  let next = 0;
  const words = lexicon.words(text).map((surface): Word => {
    const from = text.indexOf(surface, next);
    next = from + surface.length;
    const written = normaliseText(surface);
    const isStopWord = lexicon.stopWords.has(written);
    const isIntent = !isStopWord && isIntentWord(written, lexicon.code);
    const place = isStopWord ? 'inside' : isIntent ? 'never' : 'anywhere';
    const key = lexicon.stem(written);
    return { key, from, to: next, place, weight: weightOf(key, place, lexicon) };
  });
  return lexicon.code === 'en' ? withoutAction(words, text) : words;
}

/** What follows `how to` is done to the topic and is no part of its name: how to prune roses. */
function withoutAction(words: readonly Word[], text: string): Word[] {
  const action = /\b(?:how|when|where|ways?) to (?=\S+ \S)/iu.exec(text);
  const at = action ? action.index + action[0].length : -1;
  return words.map((word) => (word.from === at ? { ...word, place: 'never' } : word));
}

const scripts =
  /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|\s+|[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー\s]+/gu;

/** Runs of one script are the words of a Japanese name; spaces and words of intent end it. */
function japaneseWords(text: string, lexicon: Lexicon): Word[] {
  let next = 0;
  return text.split(lexicon.topiclessPattern).flatMap((part) => {
    const isIntent = lexicon.topicless.has(normaliseText(part));
    return (isIntent ? [part] : (part.match(scripts) ?? [])).map((surface): Word => {
      const from = next;
      next += surface.length;
      const isEnd = isIntent || surface.trim() === '';
      const place = isEnd ? 'never' : lexicon.stopWords.has(surface) ? 'inside' : 'anywhere';
      return { key: surface, from, to: next, place, weight: weightOf(surface, place, lexicon) };
    });
  });
}

function weightOf(key: string, place: Word['place'], lexicon: Lexicon): number {
  if (place !== 'anywhere') return 0;
  return isModifier(key, lexicon.code) ? 0.5 : 1;
}
