/** A length of time that is not known exactly, in milliseconds: expected, and what it may well be at least and at most. */
export interface Span {
  readonly ms: number;
  readonly lowMs: number;
  readonly highMs: number;
}

export const noTime: Span = { ms: 0, lowMs: 0, highMs: 0 };

export function times({ ms, lowMs, highMs }: Span, factor: number): Span {
  return { ms: ms * factor, lowMs: lowMs * factor, highMs: highMs * factor };
}

/** One after the other. The ends add up too: what makes one stage slow, a busy provider, makes the others slow. */
export function sumOf(spans: readonly Span[]): Span {
  return spans.reduce(
    (sum, { ms, lowMs, highMs }) => ({
      ms: sum.ms + ms,
      lowMs: sum.lowMs + lowMs,
      highMs: sum.highMs + highMs,
    }),
    noTime,
  );
}
