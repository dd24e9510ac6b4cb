import { lexiconOf, normaliseText } from './lexicon.ts';

/** Languages whose words nothing parts: what is looked for may stand within others. */
const unparted = new Set(['ja', 'ko', 'lo', 'my', 'km', 'th', 'yue', 'zh']);

/** Of words in spaces; in languages without, Latin letters and digits alone end a word where they end. */
const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
const latinCharacter = String.raw`[\p{Script=Latin}\p{N}]`;

/**
 * Whether a text has a word or phrase in it, in whatever case: as whole words where the language parts them, and of
 * Latin letters everywhere, so that Mailchimp does not say AI.
 */
export function says(text: string, phrase: string, language: string): boolean {
  return searchOf(text, language)(phrase);
}

/** The same for many phrases: the text is made ready once, and each is then looked for in time with its length. */
function searchOf(text: string, language: string): (phrase: string) => boolean {
  const within = spaced(text);
  const one = unparted.has(lexiconOf(language).code) ? latinCharacter : wordCharacter;
  const isOne = new RegExp(one, 'u');
  const begins = new RegExp(`(?<!${one})`, 'uy');
  const ends = new RegExp(`(?!${one})`, 'uy');
  const holdsAt = (bound: RegExp, at: number) => {
    bound.lastIndex = at;
    return bound.test(within);
  };
  return (phrase) => {
    const wanted = spaced(phrase).trim();
    if (wanted === '') return false;
    const beginsAWord = isOne.test(wanted[0] ?? '');
    const endsAWord = isOne.test(wanted.at(-1) ?? '');
    for (let at = within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + 1)) {
      const isCutOff = beginsAWord && !holdsAt(begins, at);
      if (!isCutOff && (!endsAWord || holdsAt(ends, at + wanted.length))) return true;
    }
    return false;
  };
}

/** With single spaces. */
function spaced(text: string): string {
  return normaliseText(text).replace(/\s+/gu, ' ');
}

/** What is wrong with texts that have one of a site's words to avoid in them; undefined where none has. */
export function avoidedFault(
  texts: readonly string[],
  { avoidWords, language }: { readonly avoidWords: readonly string[]; readonly language: string },
): string | undefined {
  if (avoidWords.length === 0) return undefined;
  const found = avoidWords.filter(searchOf(texts.join('\n'), language));
  if (found.length === 0) return undefined;
  const named = found.slice(0, 5).map((word) => `"${word}"`);
  return `The website avoids ${named.join(', ')}; say it another way.`;
}
