import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { resource } from '../../data/resource.ts';

export interface ClusterOption {
  readonly id: string;
  readonly name: string;
}

interface ClusterChoiceProps {
  readonly siteId: string;
  readonly label: string;
  readonly value: ClusterOption | null;
  /** Not to be chosen. */
  readonly without?: readonly string[];
  onChange(cluster: ClusterOption | null): void;
}

/** One of a site's clusters, found by what its name contains. */
export function ClusterChoice({ siteId, label, value, without = [], onChange }: ClusterChoiceProps) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const { data = [], isPending } = useGetList<ClusterOption>(resource.clusters, {
    filter: { siteId, ...(search !== '' && search !== value?.name && { search }) },
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  });
  return (
    <Autocomplete
      openOnFocus
      loading={isPending}
      loadingText={translate('ra.page.loading')}
      noOptionsText={translate('galley.move.none')}
      value={value}
      options={data.filter(({ id }) => !without.includes(id))}
      filterOptions={(options) => options}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      onInputChange={(_, text) => setSearch(text)}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={(params) => <TextField {...params} autoFocus label={label} />}
    />
  );
}
