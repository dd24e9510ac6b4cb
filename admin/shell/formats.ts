import { useLocale } from 'ra-core';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, [locale, options], () => new Intl.NumberFormat(locale, options));
}

export function dateFormat(locale: string, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** Tells a figure as the viewer's language writes it, such as `1,500`. */
export function useFigure(): (value: number) => string {
  const locale = useLocale();
  return (value) => numberFormat(locale).format(value);
}

/** To make a format takes as long as to use it thirty times, and a list tells hundreds of values. */
function kept<Format>(formats: Map<string, Format>, parts: unknown[], make: () => Format): Format {
  const key = JSON.stringify(parts);
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}
