import { Button } from '@mui/material';
import { Loading, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';
import type { Site } from '../shell/site/use-site.ts';
import { WithSite } from '../shell/site/WithSite.tsx';
import { UnreadPage } from '../shell/UnreadPage.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';
import { useReviewQueue } from './use-review-queue.ts';

/** Where a person decides what becomes of the drafts of a site. */
export function ReviewPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.review.title')}>
      <WithSite>{(site) => <ReviewOf key={site.id} site={site} />}</WithSite>
    </Page>
  );
}

function ReviewOf({ site }: { site: Site }) {
  const { drafts, error } = useReviewQueue(site.id);
  if (!drafts && error) return <UnreadPage error={error} />;
  if (!drafts) return <Loading loadingPrimary="galley.review.loading" loadingSecondary="" />;
  return <ReviewDesk site={site} drafts={drafts} empty={<EmptyQueue site={site} />} />;
}

function EmptyQueue({ site }: { site: Site }) {
  const translate = useTranslate();
  return (
    <EmptyPage
      title={translate('galley.review.empty', { site: site.name })}
      help={translate('galley.review.emptyHelp')}
    >
      <Button component={Link} to="/automation" variant="contained">
        {translate('galley.review.toAutomation')}
      </Button>
    </EmptyPage>
  );
}
