import { useLocale } from 'ra-core';
import { ageOf } from './age-of.ts';
import { dateFormat } from './formats.ts';

/** How long ago something was, in few words. Where minutes matter, show its Time. */
export function Age({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time
      dateTime={at}
      title={dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))}
    >
      {ageOf(new Date(at), new Date(), locale)}
    </time>
  );
}
