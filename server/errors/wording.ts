/** How the catalogue's sentences put what they are given. */

/** `866` or `1,039.2`, exactly: milli-credits as a person reads them. */
export function credits(milliCredits: number): string {
  return (milliCredits / 1000).toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** A need in whole credits, unless it would then look as if what is available sufficed. */
export function neededCredits(needed: number, available: number): string {
  const whole = Math.floor(needed / 1000) * 1000;
  return credits(whole > available ? whole : needed);
}

/** `1 item`, `2 items`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** `"a", "b", "c", "d", "e" and 25 more`: a person who knows the names needs no more of them to see what is meant. */
export function quotedFew(names: readonly string[]): string {
  const left = names.length - fewNames;
  return left > 1 ? `${quoted(names.slice(0, fewNames))} and ${left} more` : quoted(names);
}

const fewNames = 5;

/** `02:00 AM` in the time zone: the plan's way to tell when a run started. */
export function clockTime(at: Date, timeZone: string): string {
  return at.toLocaleTimeString('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hour12: true });
}

/** A reason that another program gave, as the end of a sentence of ours: with one full stop, however it came. */
export function closed(reason: string): string {
  return `${reason.trimEnd().replace(/[.\s]+$/, '')}.`;
}

/** `$12.50`; what is less than a cent, as precisely as it takes. */
export function dollars(usd: number): string {
  const digits = usd > 0 && usd < 0.01 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return usd.toLocaleString('en-US', { style: 'currency', currency: 'USD', ...digits });
}
