import { useLocale } from 'ra-core';
import { durationIn } from '../../shell/time/durations.ts';

/** A duration in a table. */
export function Lasting({ seconds }: { seconds: number }) {
  const locale = useLocale();
  return durationIn(locale, seconds);
}
