import { useTranslate } from 'ra-core';
import { Row, Rows } from './Rows.tsx';
import type { Overview } from './use-overview.ts';

/** What waits for a person. */
export function Reviews({ reviews }: { reviews: Overview['reviews'] }) {
  const translate = useTranslate();
  return (
    <Rows empty={translate('galley.dashboard.nothingToReview')}>
      {reviews.map(({ site, drafts }) => (
        <Row
          key={site.id}
          name={site.name}
          to={`/writer/review?site=${site.id}`}
          end={translate('galley.dashboard.drafts', { smart_count: drafts })}
        />
      ))}
    </Rows>
  );
}
