import { numberFormat } from '../formats.ts';

/** Durations in words: `1h 30m` where space is short, `1 hour 30 minutes` where there is some. */
type UnitDisplay = 'narrow' | 'long';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Its two largest units; whole seconds below a minute. */
export function durationIn(locale: string, seconds: number, unitDisplay: UnitDisplay = 'narrow'): string {
  const whole = Math.max(0, Math.round(seconds));
  const largest = units.findIndex(([, size]) => whole >= size);
  const used = largest === -1 ? units.slice(-1) : units.slice(largest, largest + 2);
  let left = whole;
  const parts = used.flatMap(([unit, size], index) => {
    const amount = Math.floor(left / size);
    left -= amount * size;
    if (amount === 0 && index > 0) return [];
    return [numberFormat(locale, { style: 'unit', unit, unitDisplay }).format(amount)];
  });
  return parts.join(' ');
}

/** What takes less than this at most, in seconds, is not worth a figure: it would be over before it is read. */
export const soonSeconds = 5;

/** As people speak of what is to come: to five minutes above an hour, to the minute above ten, else to the second. */
export function roughly(seconds: number): number {
  const step = seconds >= 3_600 ? 300 : seconds >= 600 ? 60 : seconds >= 60 ? 15 : 1;
  return Math.round(seconds / step) * step;
}
