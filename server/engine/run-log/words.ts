/** Numbers and times as a person reads them, in the log, the files and the terminal. */

/** Milli-credits as credits, with no more decimals than it needs: `866`, `0.5`. */
export function creditNumber(milliCredits: number): string {
  return String(milliCredits / 1000);
}

/** Milli-credits as `866 credits`, `1 credit`, `0.5 credits`. */
export function creditsText(milliCredits: number): string {
  return milliCredits === 1000 ? '1 credit' : `${creditNumber(milliCredits)} credits`;
}

/** `1 keyword`, `47 keywords`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Milliseconds as `Instant`, `3.2s`, `48s`, `5m 30s`, `1h 23m`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 100) return 'Instant';
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 100) return `${tenths / 10}s`;
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return `${seconds}s`;
  if (minutes < 60) return twoUnits(minutes, 'm', seconds % 60, 's');
  return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit} ${small}${smallUnit}`;
}

/** `14:05:23`, in UTC. */
export function timeText(at: Date): string {
  return at.toISOString().slice(11, 19);
}

/** `2025-12-03 14:05:23`, in UTC. */
export function dateTimeText(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

/** `[101, 102, 103, ..., 120]`: a long list shows its first three and its last. */
export function listText(ids: readonly string[]): string {
  const shown = ids.length > 4 ? [...ids.slice(0, 3), '...', ...ids.slice(-1)] : ids;
  return `[${shown.join(', ')}]`;
}

/** `[101..120]`. */
export function rangeText(ids: readonly string[]): string {
  return `[${ids.length > 2 ? `${ids[0]}..${ids.at(-1)}` : ids.join(', ')}]`;
}

/** A counter as `8 clusters created`, or `1 cluster created`. */
export function counterText(counter: string, value: number): string {
  const words = counterWords(counter);
  if (value !== 1) return `${value} ${words}`;
  return `1 ${words.replace(/(\w+?)(ies|(?<!s)s)\b/, (_, stem, end) => (end === 'ies' ? `${stem}y` : stem))}`;
}

/** `clustersCreated` as `clusters created`. */
function counterWords(counter: string): string {
  return counter.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

/** `clustersCreated` as `Clusters Created`, `readyForReview` as `Ready for Review`. */
export function counterTitle(counter: string): string {
  return counterWords(counter).replace(/\b(?!(?:for|to|of|in)\b)[a-z]/g, (letter) => letter.toUpperCase());
}

/** `keyword` as `Keyword`. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Any text as one line: titles and provider messages come from outside, and a line break in one of them could
 * pass for a line of the log. Control characters go too; a terminal would obey them.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
