import { useTranslate } from 'react-admin';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';

export function AutomationPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.automation.title')}>
      <EmptyPage title={translate('galley.automation.soon')} />
    </Page>
  );
}
