/** A figure that is not known exactly: as expected, and if all turns out small or large. */
export interface Amount {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** What is cheap in one stage may be dear in another: so the ends are sorted. */
export function amountOf(expected: number, one: number, other: number): Amount {
  return { expected, low: Math.min(expected, one, other), high: Math.max(expected, one, other) };
}

/** As whole numbers: rates may be fractions. */
export function wholeAmount({ expected, low, high }: Amount): Amount {
  return { expected: Math.round(expected), low: Math.round(low), high: Math.round(high) };
}
