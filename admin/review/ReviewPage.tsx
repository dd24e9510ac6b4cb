import { useTranslate } from 'react-admin';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';

export function ReviewPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.review.title')}>
      <EmptyPage title={translate('galley.review.soon')} />
    </Page>
  );
}
