import { MenuItem, TextField } from '@mui/material';
import { useSidebarState, useTranslate } from 'react-admin';
import { useSite } from './use-site.ts';

/** Which site all pages are about. */
export function SiteSwitcher() {
  const translate = useTranslate();
  const [isOpen] = useSidebarState();
  const { sites, site, isPending, choose } = useSite();
  if (!isOpen || (sites.length === 0 && !isPending)) return null;
  return (
    <TextField
      select
      label={translate('galley.site.choose')}
      value={site?.id ?? ''}
      onChange={({ target }) => choose(target.value)}
      disabled={isPending}
      sx={{ mx: 1.5, mt: 2, mb: 1, width: 'calc(100% - 24px)' }}
    >
      {sites.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
