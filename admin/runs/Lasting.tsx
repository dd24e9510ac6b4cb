import { useLocale } from 'ra-core';
import { durationIn } from '../automation/run/durations.ts';

/** A duration in a table. */
export function Lasting({ seconds }: { seconds: number }) {
  const locale = useLocale();
  return durationIn(locale, seconds);
}
