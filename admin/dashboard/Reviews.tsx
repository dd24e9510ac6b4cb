import { useTranslate } from 'ra-core';
import type { Overview } from '../shell/overview/use-overview.ts';
import { byName } from '../shell/site/by-name.ts';
import { Row, Rows } from './Rows.tsx';

/** What waits for a person. */
export function Reviews({ reviews }: { reviews: Overview['reviews'] }) {
  const translate = useTranslate();
  return (
    <Rows empty={translate('galley.dashboard.nothingToReview')}>
      {reviews
        .toSorted((one, other) => byName(one.site, other.site))
        .map(({ site, drafts }) => (
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
