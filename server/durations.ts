/** In milliseconds. Days and weeks are lengths of time here, not dates: a day of a time zone may be longer. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;
