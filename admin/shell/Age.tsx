import { useLocale } from 'ra-core';
import { ageOf } from './age-of.ts';
import { dateFormat } from './formats.ts';
import { useNow } from './time/use-now.ts';

/** How long ago something was, in few words. Where minutes matter, show its Time. */
export function Age({ at }: { at: string }) {
  const locale = useLocale();
  const now = useNow();
  return (
    <time
      dateTime={at}
      title={dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))}
    >
      {ageOf(new Date(at), now, locale)}
    </time>
  );
}
