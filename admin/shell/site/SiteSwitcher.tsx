import { Autocomplete, TextField } from '@mui/material';
import { useSidebarState, useTranslate } from 'react-admin';
import { useSite } from './use-site.ts';

/** Which site all pages are about; found by typing part of its name. */
export function SiteSwitcher() {
  const translate = useTranslate();
  const [isOpen] = useSidebarState();
  const { sites, site, isPending, choose } = useSite();
  if (!isOpen || (sites.length === 0 && !isPending)) return null;
  return (
    <Autocomplete
      options={sites}
      value={site ?? null}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      // Emptied, it is of the same site as before.
      onChange={(_event, chosen) => chosen && choose(chosen.id)}
      clearIcon={null}
      autoHighlight
      disabled={isPending}
      noOptionsText={translate('galley.site.noMatch')}
      renderInput={(input) => <TextField {...input} label={translate('galley.site.choose')} />}
      sx={{ mx: 1.5, mt: 1, mb: 0.5, width: 'calc(100% - 24px)' }}
    />
  );
}
