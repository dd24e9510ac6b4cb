import { useLocale, useTranslate } from 'ra-core';
import { useNow } from './use-now.ts';
import { awayIn, whenIn } from './when.ts';

/** When something will be, such as `Tomorrow at 2:00 AM (in 5 hours)`, in the viewer's zone. */
export function NextTime({ at }: { at: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow();
  const next = new Date(at);
  const when = translate('galley.automation.schedule.at', whenIn(locale, next, now));
  return `${when} (${awayIn(locale, next, now)})`;
}
