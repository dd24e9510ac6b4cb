/** Each unit with its length in seconds, the longest first. */
const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Such as `3 hr. ago`; under a minute, `this minute`. */
export function ageOf(at: Date, now: Date, locale: string): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1_000);
  const [unit, length] = units.find(([, least]) => seconds >= least) ?? ['minute', 60];
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  return format.format(-Math.floor(seconds / length), unit);
}
