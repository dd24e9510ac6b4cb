import { useTranslate } from 'react-admin';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';

export function Dashboard() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.dashboard.title')}>
      <EmptyPage title={translate('galley.dashboard.soon')} />
    </Page>
  );
}
