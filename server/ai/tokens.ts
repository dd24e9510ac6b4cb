/** What an answer is taken to need, before it is there. */
export const usualAnswerTokens = 1_500;

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const otherThanAscii = /[^\p{ASCII}]/gu;

/**
 * About how many tokens a text is. Models differ in this, by a third or so; as a rule a token is four characters of
 * English, two and a half where letters have accents or are of another alphabet, and one of Chinese, Japanese or Korean.
 */
export function tokensOf(text: string): number {
  const east = text.match(eastAsian)?.length ?? 0;
  const others = (text.match(otherThanAscii)?.length ?? 0) - east;
  return Math.ceil((text.length - east - others) / 4 + others / 2.5 + east);
}
