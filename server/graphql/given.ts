/**
 * The fields that the caller gave: absence leaves one as it is, and so does null, except where it can be emptied.
 */
export function given<T extends object>(input: T, emptiable: readonly string[] = []): Partial<T> {
  const entries = Object.entries(input).filter(
    ([field, value]) => value !== undefined && (value !== null || emptiable.includes(field)),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
