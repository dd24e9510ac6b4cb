import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyPage } from './EmptyPage.tsx';
import { Page } from './Page.tsx';

/** Where somebody may not go: says who may change that, and leads on. */
export function NoAccessPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.noAccess.title')}>
      <EmptyPage title={translate('galley.noAccess.none')} help={translate('galley.noAccess.help')}>
        <Button component={Link} to="/" variant="contained">
          {translate('galley.notFound.home')}
        </Button>
      </EmptyPage>
    </Page>
  );
}
