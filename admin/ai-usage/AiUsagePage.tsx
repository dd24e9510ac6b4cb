import { useTranslate } from 'react-admin';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';

export function AiUsagePage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.aiUsage.title')}>
      <EmptyPage title={translate('galley.aiUsage.soon')} />
    </Page>
  );
}
