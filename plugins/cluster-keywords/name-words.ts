import { isIntentWord, isModifier } from '../../language/intent.ts';
import { type Lexicon, normaliseText } from '../../language/lexicon.ts';

/** A word of a phrase, as far as names are made of it. */
export interface Word {
  /** Stems, those of the parts of a hyphenated word with spaces between them. */
  readonly key: string;
  /** Where it stands in the phrase, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  /** `inside` words hold a name together (`for`), `never` words end it (best, price). */
  readonly place: 'anywhere' | 'inside' | 'never';
  readonly weight: number;
}

/** The words of a phrase with spaces; a hyphenated one is whole where its parts name nothing. */
export function spacedWords(text: string, lexicon: Lexicon): Word[] {
  let next = 0;
  const parts = lexicon.words(text).map((surface): Word => {
    const from = text.indexOf(surface, next);
    next = from + surface.length;
    const written = normaliseText(surface);
    const isStopWord = lexicon.stopWords.has(written);
    const namesNone = isIntentWord(written, lexicon.code) || lexicon.actions.has(written);
    const place = isStopWord ? 'inside' : namesNone ? 'never' : 'anywhere';
    const key = lexicon.stem(written);
    return { key, from, to: next, place, weight: weightOf(key, place, lexicon) };
  });
  const words = linked(parts, text).map(joined);
  return lexicon.code === 'en' ? withoutAction(words, text) : words;
}

type Parts = [Word, ...Word[]];

/** Words, each with its parts: T-Shirt, E-Bike and AT&T are one, while an Akku-Rasenmäher is a Rasenmäher, too. */
function linked(words: readonly Word[], text: string): Parts[] {
  const found: Parts[] = [];
  for (const word of words) {
    const before = found.at(-1);
    const gap = text.slice(before?.at(-1)?.to ?? word.from, word.from);
    if (before && /^[\p{Pd}&]$/u.test(gap)) before.push(word);
    else found.push([word]);
  }
  const isWhole = (parts: Parts) => parts.some(({ from, to, place }) => to - from < 3 || place === 'inside');
  return found.flatMap((parts) => (isWhole(parts) ? [parts] : parts.map((part): Parts => [part])));
}

function joined(parts: Parts): Word {
  const [first] = parts;
  if (parts.length === 1) return first;
  const tells =
    parts.some(({ place }) => place === 'anywhere') || parts.every(({ place }) => place === 'inside');
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return {
    key: parts.map(({ key }) => key).join(' '),
    from: first.from,
    to: parts.at(-1)?.to ?? first.to,
    place: tells ? 'anywhere' : 'never',
    weight: tells ? Math.max(1, weight) : 0,
  };
}

/**
 * What is done to the topic and is no part of its name: how to prune roses; scale up a startup, as a noun does not stand
 * before an article; moving from Mac to Windows.
 */
const actions =
  /(?<=\b(?:how|what|when|where|ways?) to )\S+(?= \S)|^\p{L}+(?= (?:(?:up|down|off|out|over|away) )?(?:an?|the|my|your) )|^\p{L}+ing(?= (?:from|to|into) )/iu;

function withoutAction(words: readonly Word[], text: string): Word[] {
  const at = actions.exec(text)?.index ?? -1;
  return words.map((word) => (word.from === at ? { ...word, place: 'never' } : word));
}

const scripts =
  /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|\s+|[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー\s]+/gu;

/** Runs of one script are the words of a Japanese name; spaces and words of intent end it. */
export function japaneseWords(text: string, lexicon: Lexicon): Word[] {
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
