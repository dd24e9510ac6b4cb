import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { EmptyPage } from './EmptyPage.tsx';
import { Page } from './Page.tsx';

/** An address of no page: says which, and leads on. */
export function NotFoundPage() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  return (
    <Page title={translate('galley.notFound.title')}>
      <EmptyPage
        title={translate('galley.notFound.none', { path: pathname })}
        help={translate('galley.notFound.help')}
      >
        <Button component={Link} to="/" variant="contained">
          {translate('galley.notFound.home')}
        </Button>
      </EmptyPage>
    </Page>
  );
}
