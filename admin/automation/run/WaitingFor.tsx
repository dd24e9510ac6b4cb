import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import type { RunFacts } from './use-run.ts';

type Wait = NonNullable<RunFacts['waitingFor']>;

/** Why a run does not go on, in words, with the seconds until it is tried again. */
export function WaitingFor({ wait }: { wait: Wait }) {
  return (
    <>
      {wait.message}
      <RetryIn wait={wait} />
    </>
  );
}

/** The seconds until it is tried again, counted down; nothing where that is not known. */
export function RetryIn({ wait }: { wait: Wait }) {
  const translate = useTranslate();
  const left = useCountdown(wait);
  return left !== null && left > 0 && ` ${translate('galley.automation.retryIn', { smart_count: left })}`;
}

function useCountdown({ retryInSeconds: seconds = null, until }: Wait): number | null {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    if (seconds === null) return;
    const told = performance.now();
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil(seconds - (performance.now() - told) / 1_000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
    // Of two waits one after the other, both may last as long.
  }, [seconds, until]);
  return left;
}
