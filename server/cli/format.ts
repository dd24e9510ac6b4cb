import { styleText } from 'node:util';
import { durationText } from '../engine/run-log/words.ts';
import { creditFigure } from './figures.ts';

/** Colours a text, or leaves it as it is where colours are not wanted. */
export type Paint = (style: Style, text: string) => string;
export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Colours for what is written to `stream`: none where it is no terminal or `NO_COLOR` is set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** East Asian wide and full-width characters and emoji, by Unicode's East Asian Width (UAX #11). */
const wide =
  /^(?:\p{Emoji_Presentation}|.\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}])/u;
/** A half-width kana and its sound mark: one letter in two cells. */
const halfWidthVoiced = /[\uFF9E\uFF9F]$/;
const invisible = /^[\p{Cc}\p{Cf}\p{Mn}\p{Zl}\p{Zp}]+$/u;

/** How many cells a text takes in a terminal. It must hold no colours. */
export function cellWidth(text: string): number {
  let cells = 0;
  for (const { segment } of graphemes.segment(text)) cells += widthOf(segment);
  return cells;
}

/** The text in at most `width` cells, with `…` where some of it had to go. */
export function cut(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  let kept = '';
  let cells = 1;
  for (const { segment } of graphemes.segment(text)) {
    cells += widthOf(segment);
    if (cells > width) break;
    kept += segment;
  }
  return width > 0 ? `${kept.trimEnd()}…` : '';
}

/** The text in exactly `width` cells, at the left or the right of them. */
export function fit(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const shown = cut(text, width);
  const space = ' '.repeat(Math.max(0, width - cellWidth(shown)));
  return side === 'left' ? shown + space : space + shown;
}

/** Milli-credits as a short column: `46 cr`. */
export function creditColumn(milliCredits: number): string {
  return `${creditFigure(milliCredits)} cr`;
}

/** Milliseconds in whole units, for a time that is still running: `0s`, `2m 15s`. */
export function runningTime(milliseconds: number): string {
  return milliseconds < 1000 ? '0s' : durationText(Math.floor(milliseconds / 1000) * 1000);
}

function widthOf(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) || halfWidthVoiced.test(grapheme) ? 2 : 1;
}
