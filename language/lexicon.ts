import { newStemmer } from 'snowball-stemmers';
import { signedWords } from './signed-words.ts';
import { type Intent, intents, wordListsOf } from './word-lists.ts';
import { wordFinder } from './words.ts';

/** All that reading a phrase of one language needs, made once a language. */
export interface Lexicon {
  /** Two or three letters, `und` where the site's language is none that we can read. */
  readonly code: string;
  /** Word-like parts of a text, as they stand, with the signs that belong to them: C++. */
  words(text: string): string[];
  /** A word's stem, folded: `Geräte` and `Gerät` are `gerat`. */
  stem(word: string): string;
  /** Phrases that give each intent away, in order of precedence. */
  readonly intentPhrases: ReadonlyMap<Intent, readonly string[]>;
  readonly stopWords: ReadonlySet<string>;
  /** Stop words that tell titles apart. */
  readonly telling: ReadonlySet<string>;
  /** Words that lead from one thing to another. */
  readonly towards: ReadonlySet<string>;
  /** Words that name no topic, as written and as stemmed. */
  readonly topicless: ReadonlySet<string>;
  /** Finds the topicless words within a text without spaces, the longest first; its one group is the word. */
  readonly topiclessPattern: RegExp;
  /** Words that any topic may have and that name one at most faintly, as written and as stemmed. */
  readonly modifiers: ReadonlySet<string>;
  /** What may be done to any topic, as written; stems of them are among the modifiers. */
  readonly actions: ReadonlySet<string>;
}

const algorithms: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  es: 'spanish',
  sv: 'swedish',
  tr: 'turkish',
};

/** Romance languages, whose searchers leave accents out: a stemmer would take `cafetiere` for another word. */
const accentFree = new Set(['ca', 'es', 'fr', 'it', 'pt', 'ro']);

// A memo of pure values: a segmenter and a stemmer cost more to make than a phrase to read.
const lexicons = new Map<string, Lexicon>();

/** The lexicon of a BCP 47 tag; regions and scripts make no difference. */
export function lexiconOf(language: string): Lexicon {
  const code = /^[a-z]{2,3}(?![a-z])/iu.exec(language)?.[0].toLowerCase() ?? 'und';
  const known = lexicons.get(code);
  if (known) return known;
  const lexicon = buildLexicon(code);
  lexicons.set(code, lexicon);
  return lexicon;
}

/** How a text is written for comparison: NFKC, lower case, one kind of apostrophe, ё as е. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/ё/gu, 'е');
}

/** Latin letters without their accents; other scripts as they are (か and が differ). */
function fold(word: string): string {
  if (!/^[\p{Script=Latin}\p{M}\p{N}]+$/u.test(word)) return word;
  return word.replace(/ß/gu, 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

function buildLexicon(code: string): Lexicon {
  const algorithm = algorithms[code];
  const stemmer = algorithm === undefined ? undefined : newStemmer(algorithm);
  const stem = memoised((word) => {
    const plain = accentFree.has(code) ? fold(word) : word;
    const stemmed = fold(stemmer ? stemmer.stem(plain) : plain);
    // Snowball takes -ung from long German words only, which would part Dämmung from Fassadendämmung.
    return code === 'de' ? stemmed.replace(/(?<=.{4})ung$/u, '') : stemmed;
  });
  const words = signedWords(wordFinder(code));
  const lists = wordListsOf(code);
  const wordsOf = (all: readonly string[]) => {
    const phrases = all.flatMap(listed);
    const parts = code === 'ja' ? phrases : phrases.flatMap(words);
    return new Set(parts.flatMap((part) => [part, stem(part)]));
  };
  const topicless = wordsOf([...intents.map((intent) => lists.intents[intent]), lists.fillers]);
  return {
    code,
    words,
    stem,
    intentPhrases: new Map(intents.map((intent) => [intent, listed(lists.intents[intent])])),
    stopWords: new Set(listed(lists.stopWords)),
    telling: new Set(listed(lists.telling)),
    towards: new Set(listed(lists.towards)),
    topicless,
    topiclessPattern: new RegExp(`(${[...topicless].sort((a, b) => b.length - a.length).join('|')})`, 'iu'),
    modifiers: wordsOf([lists.modifiers, lists.actions]),
    actions: new Set(listed(lists.actions)),
  };
}

/** Remembers up to 20,000 words: a site's keywords use few words often, and a stemmer is slow. */
function memoised(stem: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= 20_000) stems.clear();
    const found = stem(word);
    stems.set(word, found);
    return found;
  };
}

function listed(list: string): string[] {
  return list.split(',').flatMap((entry) => {
    const word = normaliseText(entry.trim());
    return word === '' ? [] : [word];
  });
}
