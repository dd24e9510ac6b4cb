import { useLocale } from 'ra-core';
import { useEffect, useState } from 'react';
import { durationIn } from './durations.ts';

/** A time that has been told as it was a moment ago, and goes on by itself while it `isTicking`. */
export function Ticking({ seconds, isTicking }: { seconds: number; isTicking: boolean }) {
  const locale = useLocale();
  const [shown, setShown] = useState(seconds);
  useEffect(() => {
    setShown(seconds);
    if (!isTicking) return;
    const told = performance.now();
    const timer = setInterval(() => setShown(seconds + (performance.now() - told) / 1_000), 1_000);
    return () => clearInterval(timer);
  }, [seconds, isTicking]);
  return durationIn(locale, Math.floor(shown));
}
