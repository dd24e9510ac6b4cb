import { dateFormat } from '../../shell/formats.ts';

/** How times are told in a log: made once a language, as a thousand rows a second would make too many. */
export interface LogClock {
  timeOf(at: Date): string;
  dayAndTimeOf(at: Date): string;
}

export function logClock(locale: string): LogClock {
  const time = dateFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' });
  const dayAndTime = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return { timeOf: (at) => time.format(at), dayAndTimeOf: (at) => dayAndTime.format(at) };
}
