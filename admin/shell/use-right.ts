import { usePermissions } from 'ra-core';
import type { Right } from '../data/gql/graphql.ts';

/** Whether whoever is signed in has it; false until that is known. */
export function useRight(right: Right): boolean {
  const { permissions } = usePermissions<readonly Right[]>();
  return permissions?.includes(right) ?? false;
}
