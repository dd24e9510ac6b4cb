import { AutocompleteInput, ReferenceInput } from 'react-admin';
import type { ResourceName } from '../../data/resource.ts';
import { useSite } from './use-site.ts';

interface OfSiteInputProps {
  readonly source: string;
  readonly reference: ResourceName;
  /** The field that they are sorted by. */
  readonly sort: string;
  readonly label: string;
}

/** One of the chosen site's things, found by a text that it contains. */
export function OfSiteInput({ source, reference, sort, label }: OfSiteInputProps) {
  const { site } = useSite();
  return (
    <ReferenceInput
      source={source}
      reference={reference}
      sort={{ field: sort, order: 'ASC' }}
      // Named, as what was read of one site must not be offered on another.
      filter={{ siteId: site?.id }}
    >
      <AutocompleteInput label={label} filterToQuery={(search: string) => ({ search })} />
    </ReferenceInput>
  );
}
