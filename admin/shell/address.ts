import type { ResourceName } from '../data/resource.ts';

/** Of a list with what is filtered by, such as a text to search for, as react-admin reads it from there. */
export function addressOfFound(name: ResourceName, filter: Readonly<Record<string, string>>): string {
  return `/${name}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
