import { dateFormat } from '../formats.ts';

/** When something will be, as a person says it. Pure, with the present given. */

const day = 86_400_000;

/** Such as `Tomorrow` and `2:00 AM`, in this zone; the viewer's where none is given. */
export function whenIn(
  locale: string,
  at: Date,
  now: Date,
  timeZone?: string,
): { day: string; time: string } {
  const days = Math.round((startOf(at, timeZone) - startOf(now, timeZone)) / day);
  const time = dateFormat(locale, { timeStyle: 'short', timeZone }).format(at);
  const named =
    Math.abs(days) <= 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
      : dateFormat(locale, {
          weekday: days > 0 && days < 7 ? 'long' : 'short',
          ...(days > 0 && days < 7 ? {} : { day: 'numeric', month: 'short' }),
          timeZone,
        }).format(at);
  return { day: `${named.charAt(0).toLocaleUpperCase(locale)}${named.slice(1)}`, time };
}

/** Such as `in 16 hours`. */
export function awayIn(locale: string, at: Date, now: Date): string {
  const minutes = (at.getTime() - now.getTime()) / 60_000;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const size = Math.abs(minutes);
  if (size < 60) return words.format(Math.round(minutes), 'minute');
  if (size < 48 * 60) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1_440), 'day');
}

/** The day of that time in the zone, as the milliseconds at which that day begins in UTC. */
function startOf(at: Date, timeZone?: string): number {
  const [date = ''] = dateFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at).split(' ');
  return Date.parse(`${date}T00:00:00Z`);
}
