import type { ResourceName } from '../data/resource.ts';

/** Of a list with a text to search for, as react-admin reads it from there. */
export function addressOfSearch(name: ResourceName, search: string): string {
  return `/${name}?filter=${encodeURIComponent(JSON.stringify({ search }))}`;
}
