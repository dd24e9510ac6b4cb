const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** As people order names: Site 2 before Site 10, and small letters among the large ones. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return names.compare(one.name, other.name);
}
