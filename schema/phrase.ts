/** The longest phrase accepted, in UTF-16 code units after normalisation. */
export const maxPhraseLength = 200;

/** The longest intent or country accepted, in the same. */
export const maxLabelLength = 100;

/**
 * The phrase as a person reads it: NFKC, white space runs folded to one space, no space at the ends. Half a surrogate
 * pair is no letter, and is stored as U+FFFD: two that differ in it alone would be one keyword.
 */
export function tidyPhrase(phrase: string): string {
  return phrase.toWellFormed().normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** Two phrases are the same keyword exactly when this is equal: NFKC, folded white space, lower case. */
export function normalisePhrase(phrase: string): string {
  return tidyPhrase(phrase).toLowerCase().normalize('NFKC');
}

/** Whether somebody may search for it: it has a letter, a digit or a pictograph. `???` and `—` are none's topic. */
export function isSearchable(phrase: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(phrase);
}
