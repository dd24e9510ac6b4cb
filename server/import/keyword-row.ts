import type { ColumnName } from '../../schema/keyword-columns.ts';
import {
  isSearchable,
  maxLabelLength,
  maxPhraseLength,
  normalisePhrase,
  tidyPhrase,
} from '../../schema/phrase.ts';

/** A keyword as a file gives it; null where the file is silent. */
export interface KeywordRow {
  /** Tidied: as a person reads it. */
  readonly phrase: string;
  /** What uniqueness is decided by. */
  readonly normalised: string;
  /** Searches a month, ≥ 0. */
  readonly volume: number | null;
  /** 0 to 100. */
  readonly difficulty: number | null;
  readonly intent: string | null;
  /** US dollars a click, ≥ 0. */
  readonly cpc: number | null;
  readonly country: string | null;
}

/** Reads one row, or says what is wrong with it, as the end of a sentence. */
export function readRow(cell: (name: ColumnName) => string): KeywordRow | { readonly fault: string } {
  const phrase = tidyPhrase(cell('keyword'));
  const normalised = normalisePhrase(phrase);
  if (normalised === '') return { fault: 'the keyword is missing' };
  if (!isSearchable(normalised))
    return { fault: `the keyword "${cited(phrase)}" has no letter and no digit` };
  if (normalised.length > maxPhraseLength) {
    return {
      fault: `the keyword "${cited(phrase)}" has ${normalised.length} characters; the maximum is ${maxPhraseLength}`,
    };
  }
  const volume = readNumber('volume', cell('volume'));
  const difficulty = readNumber('difficulty', cell('difficulty'), 100);
  const intent = readLabel('intent', cell('intent'));
  const cpc = readNumber('cpc', cell('cpc'));
  const country = readLabel('country', cell('country'));
  if (isFault(volume)) return volume;
  if (isFault(difficulty)) return difficulty;
  if (isFault(intent)) return intent;
  if (isFault(cpc)) return cpc;
  if (isFault(country)) return country;
  return { phrase, normalised, volume, difficulty, intent, cpc, country };
}

function cited(phrase: string): string {
  return phrase.length > 40 ? `${phrase.slice(0, 40)}…` : phrase;
}

/** The first row, with what it lacks taken from a later one of the same keyword. */
export function fillIn(first: KeywordRow, later: KeywordRow): KeywordRow {
  return {
    ...first,
    volume: first.volume ?? later.volume,
    difficulty: first.difficulty ?? later.difficulty,
    intent: first.intent ?? later.intent,
    cpc: first.cpc ?? later.cpc,
    country: first.country ?? later.country,
  };
}

/** Only digits and a decimal point: in `1,200` nobody can tell thousands from decimals. */
function readNumber(name: ColumnName, text: string, most = Number.MAX_SAFE_INTEGER) {
  if (text === '') return null;
  if (!/^\d+(\.\d+)?$/.test(text)) {
    return { fault: `the ${name} "${cited(text)}" is not a number; write it like 1200 or 0.85` };
  }
  const value = Number(text);
  return value <= most ? value : { fault: `the ${name} ${cited(text)} is above ${most}` };
}

function readLabel(name: ColumnName, text: string) {
  const label = tidyPhrase(text);
  if (label.length <= maxLabelLength) return label || null;
  return {
    fault: `the ${name} "${cited(label)}" has ${label.length} characters; the maximum is ${maxLabelLength}`,
  };
}

function isFault(value: number | string | null | { fault: string }): value is { fault: string } {
  return typeof value === 'object' && value !== null;
}
