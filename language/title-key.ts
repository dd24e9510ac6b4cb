import { isIntentWord } from './intent.ts';
import { japaneseDirections } from './japanese.ts';
import { type Lexicon, lexiconOf, normaliseText } from './lexicon.ts';
import { terms } from './terms.ts';

/**
 * Two titles with the same key are the same idea: stems, each once, in any order, without the stop words that tell
 * nothing. What turns a title into its opposite is part of it: before and after, not, PDF to Word and Word to PDF.
 */
export function titleKeyOf(title: string, language: string): string {
  const lexicon = lexiconOf(language);
  const text = normaliseText(title);
  const words = lexicon.words(text);
  const told = [
    ...leadingSigns(text, lexicon),
    ...terms(title, language),
    ...tellingWords(words, lexicon),
    ...lettersAsNames(title, lexicon),
    ...(lexicon.code === 'ja' ? japaneseDirections(text) : directions(words, lexicon)),
  ];
  return [...new Set(told)].sort().join(' ') || text.trim();
}

function tellingWords(words: readonly string[], { telling, stem }: Lexicon): string[] {
  return words.flatMap((word, at) => {
    const pair = `${word} ${words[at + 1]}`;
    if (telling.has(pair)) return [pair];
    return telling.has(word) ? [word.endsWith("n't") ? 'not' : stem(word)] : [];
  });
}

/** A letter that is a stop word as well, where it is a name: Vitamin A, but not A Guide to Vitamins. */
function lettersAsNames(title: string, { code, stopWords }: Lexicon): string[] {
  const found = title.matchAll(/(?<=[\p{L}\p{N}]\s+)(\p{L})(?![\p{L}\p{N}+#'’])(\s+[\p{L}\p{N}])?/gu);
  return [...found].flatMap(([, letter = '', goesOn]) => {
    const isPronoun = code === 'en' && letter === 'I';
    const isName = goesOn === undefined || (/\p{Lu}/u.test(letter) && !isPronoun);
    const small = normaliseText(letter);
    return isName && stopWords.has(small) ? [small] : [];
  });
}

/** What leads where, as `pdf>word`. How to, ways to and a guide to lead nowhere. */
function directions(words: readonly string[], { code, towards, stopWords, stem }: Lexicon): string[] {
  const isTerm = (word: string) => !stopWords.has(word) && !towards.has(word);
  return words.flatMap((word, at) => {
    const before = towards.has(word) ? words[at - 1] : undefined;
    const after = words.slice(at + 1).find(isTerm);
    if (before === undefined || after === undefined || !isTerm(before) || isIntentWord(before, code))
      return [];
    return [`${stem(before)}>${stem(after)}`];
  });
}

/** Signs in place of a topic: a title may begin with 🚀 and go on with what any title may say. */
function leadingSigns(text: string, { code, stopWords }: Lexicon): string[] {
  const [begin = '', signs = '', gap = '', word = ''] =
    /^[\p{P}\s]*([\p{S}\p{M}\p{Cf}]+)([^\p{L}\p{N}]*)([\p{L}\p{N}]*)/u.exec(text) ?? [];
  if (begin === '' || word === '') return [];
  const isTopic = gap.trim() === '' && !stopWords.has(word) && !isIntentWord(word, code);
  return isTopic ? [] : [signs];
}
