/** The next that nobody has approved, from the one at `index` on and round; else simply the next. */
export function neighbourOf<Row extends { readonly approved?: unknown }>(
  drafts: readonly Row[],
  index: number,
): Row | undefined {
  const others = [...drafts.slice(index + 1), ...drafts.slice(0, Math.max(0, index))];
  return others.find(({ approved }) => !approved) ?? drafts[index + 1];
}
