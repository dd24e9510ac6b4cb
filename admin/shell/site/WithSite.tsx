import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Loading, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyPage } from '../EmptyPage.tsx';
import { UnreadPage } from '../UnreadPage.tsx';
import { type Site, useSite } from './use-site.ts';

/** What is about one site: shown once it is known which. */
export function WithSite({ children }: { children: (site: Site) => ReactNode }) {
  const translate = useTranslate();
  const { sites, site, isPending, isUnknown, error } = useSite();
  if (isPending) return <Loading />;
  if (site) return children(site);
  if (error) return <UnreadPage error={error} />;
  if (isUnknown && sites.length > 0) return <EmptyPage title={translate('galley.site.unknown')} />;
  return (
    <EmptyPage title={translate('galley.site.none')} help={translate('galley.site.noneHelp')}>
      <Button component={Link} to="/sites/create" variant="contained">
        {translate('galley.site.create')}
      </Button>
    </EmptyPage>
  );
}
