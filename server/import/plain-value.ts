import type { ColumnName } from '../../schema/keyword-columns.ts';

/** What tools write where they know nothing. `NA` is Namibia. */
const nothing = /^(#?n\/a|[-–—]+)$/i;

/** A whole number, its thousands set apart by a comma, a point, a space or an apostrophe; or short, as `1.5M`. */
const figure = String.raw`\d{1,3}(?:[,.'’ \u00A0\u202F]\d{3})+|\d+(?:\.\d+)?(?: ?[KM])?`;

/** `40,500`, `100 – 1K`, `>1000`, `10K+`: at least how much. */
const atLeast = new RegExp(`^(?:[>≥] ?)?(${figure})(?: ?[-–—] ?(?:${figure})| ?\\+)?$`, 'i');
const lessThan = new RegExp(`^[<≤] ?(?:${figure})$`, 'i');

/**
 * A value as `readRow` takes it, of how tools write it: nothing for `n/a` and for dashes; a volume without what sets
 * its thousands apart, and of a range its lower bound. What is none of this stays as it is.
 */
export function plainValue(name: ColumnName, value: string): string {
  if (name === 'keyword') return value;
  if (nothing.test(value)) return '';
  if (name !== 'volume') return value;
  if (lessThan.test(value)) return '0';
  const [, least] = atLeast.exec(value) ?? [];
  return least === undefined ? value : inFull(least);
}

function inFull(least: string): string {
  const [, number, unit] = /^([\d.]+) ?([KM])$/i.exec(least) ?? [];
  if (number !== undefined) return String(Math.round(Number(number) * (/k/i.test(unit ?? '') ? 1e3 : 1e6)));
  return /^\d{1,3}(\D\d{3})+$/.test(least) ? least.replace(/\D/g, '') : least;
}
