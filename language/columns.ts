import { lexiconOf } from './lexicon.ts';

/** Accents by themselves, and what only tells how letters are joined. */
const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const wide = /[\p{Script=Han}\p{Script=Hangul}\u3000-\u30ff\uff01-\uff60]/u;

/** Columns that a text takes up in a line: a full-width character, as in Japanese, is as wide as two Latin ones, and says as much. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!noWidth.test(character)) columns += wide.test(character) ? 2 : character.length;
  }
  return columns;
}

const fullWidth = new Set(['ja', 'ko', 'zh', 'yue']);

/** How many characters of a language so many columns hold: what a writer in it is told, who counts characters. */
export function charactersIn(columns: number, language: string): number {
  return fullWidth.has(lexiconOf(language).code) ? Math.floor(columns / 2) : columns;
}
