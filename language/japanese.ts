import type { Lexicon } from './lexicon.ts';

/**
 * Terms of a Japanese text. A dictionary splits rare words badly (焙|煎|機), so script runs decide: words of intent
 * are cut out first, Katakana is split by the dictionary, Kanji runs become pairs of characters (焙煎機 → 焙煎,
 * 煎機), by which 焙煎 and 焙煎機 meet. Lone Hiragana are endings and particles and are dropped.
 */
export function japaneseTerms(text: string, lexicon: Lexicon): string[] {
  const pieces = text.split(lexicon.topiclessPattern);
  return pieces.flatMap((piece) =>
    lexicon.topicless.has(piece) ? [piece] : scriptRuns(piece).flatMap((run) => termsOfRun(run, lexicon)),
  );
}

const runs =
  /[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|[\p{L}\p{N}]+?(?:(?<=\p{L})[+#]+(?![+#\p{L}\p{N}])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}]|$))/gu;

function scriptRuns(text: string): string[] {
  return text.match(runs) ?? [];
}

function termsOfRun(run: string, lexicon: Lexicon): string[] {
  if (/^\p{Script=Han}/u.test(run)) return pairs(run).filter((pair) => !lexicon.stopWords.has(pair));
  if (/^[\p{Script=Katakana}ー]/u.test(run)) return joinFragments(lexicon.words(run));
  if (/^\p{Script=Hiragana}/u.test(run))
    return lexicon.words(run).filter((word) => word.length > 1 && !lexicon.stopWords.has(word));
  return [run];
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 3) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Puts one-character pieces back to their neighbour: デ|カフェ is デカフェ. */
function joinFragments(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && (word.length === 1 || last.length === 1))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

/** What is turned into what, or leads where, as `pdf>word`: PDFをWordに変換, MacからWindowsへ. */
export function japaneseDirections(text: string): string[] {
  const found = text.matchAll(
    /([^\p{Script=Hiragana}\p{P}\s]+)(?:を|から)([^\p{Script=Hiragana}\p{P}\s]+)[にへ]/gu,
  );
  return [...found].map(([, before, after]) => `${before}>${after}`);
}
