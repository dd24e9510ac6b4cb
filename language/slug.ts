import { lexiconOf } from './lexicon.ts';

/** Longest slug in characters, where it is plain a–z and where other letters (many bytes in a URL) stand in it. */
const maxLength = 80;
const maxLengthOfOtherScripts = 40;

/** Letters that no decomposition takes apart, and Cyrillic as it is usually written in Latin letters. */
const latin: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe', å: 'a', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
  ...{ і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ў: 'u', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz' },
};

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Languages in which ä, ö and ü are no umlauts (pingüino), or are by custom written a, o and u. */
const withoutUmlauts = new Set(['ca', 'es', 'et', 'fi', 'fr', 'hu', 'it', 'nl', 'pt', 'sk', 'sv', 'tr']);

/**
 * A text as the last part of a URL: lower-case letters and digits with single hyphens between words. Umlauts become
 * ae, oe, ue, Cyrillic is transliterated, accents go; other scripts (日本語) stay as they are, which browsers show
 * as written. `article` where nothing is left. Not unique by itself.
 */
export function slugOf(text: string, language: string): string {
  const keepsUmlauts = !withoutUmlauts.has(lexiconOf(language).code);
  // Marks that are in no letter: in lower case İ is an i with a dot of its own.
  const small = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '');
  const letters = [...small].map((letter) => {
    const umlaut = keepsUmlauts ? umlauts[letter] : undefined;
    return umlaut ?? latin[letter] ?? withoutAccent(letter);
  });
  const words = letters
    .join('')
    .replace(/['’]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return cut(words.join('-')) || 'article';
}

function withoutAccent(letter: string): string {
  const decomposed = letter.normalize('NFD');
  // Only Latin letters: か and が are different letters, not one with and without an accent.
  return /^[a-z]\p{M}+$/u.test(decomposed) ? decomposed.replace(/\p{M}/gu, '') : letter;
}

/** Cuts at the last hyphen that fits, or, in scripts without spaces, in the middle of a word. */
function cut(slug: string): string {
  const limit = /^[a-z0-9-]*$/u.test(slug) ? maxLength : maxLengthOfOtherScripts;
  const characters = [...slug];
  if (characters.length <= limit) return slug;
  const start = characters.slice(0, limit + 1).join('');
  const hyphen = start.lastIndexOf('-');
  const fits = hyphen > limit / 2 ? start.slice(0, hyphen) : characters.slice(0, limit).join('');
  return fits.replace(/-+$/u, '');
}
