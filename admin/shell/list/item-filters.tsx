import type { ReactElement } from 'react';
import { BooleanInput, SearchInput, SelectInput } from 'react-admin';
import { resource } from '../../data/resource.ts';
import { OfSiteInput } from '../site/OfSiteInput.tsx';
import type { StatusKind } from '../status/looks.ts';

interface ItemFilters {
  readonly kind: StatusKind;
  readonly statuses: readonly string[];
  readonly hasCluster?: boolean;
}

/** The filters that lists of the pipeline's things have in common. */
export function itemFilters({ kind, statuses, hasCluster = false }: ItemFilters): ReactElement[] {
  const choices = statuses.map((id) => ({ id, name: `galley.status.${kind}.${id}` }));
  return [
    <SearchInput key="search" source="search" alwaysOn />,
    <SelectInput
      key="status"
      source="status"
      label="galley.lists.fields.status"
      alwaysOn
      choices={choices}
    />,
    ...(hasCluster ? [clusterFilter] : []),
    <BooleanInput key="failed" source="failed" label="galley.lists.fields.failed" defaultValue />,
    <BooleanInput key="disabled" source="disabled" label="galley.lists.fields.disabled" defaultValue />,
  ];
}

const clusterFilter = (
  <OfSiteInput
    key="clusterId"
    source="clusterId"
    reference={resource.clusters}
    sort="name"
    label="galley.lists.fields.cluster"
  />
);
