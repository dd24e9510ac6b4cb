import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { resource } from '../data/resource.ts';
import type { Overview } from '../shell/overview/use-overview.ts';
import { Time } from '../shell/Time.tsx';
import { Row, Rows } from './Rows.tsx';

/** What failed of late, and why. */
export function FailedRuns({ runs }: { runs: Overview['failed'] }) {
  const translate = useTranslate();
  return (
    <Rows empty={translate('galley.dashboard.nothingFailed')}>
      {runs.map(({ id, runId, startedAt, site, error }) => (
        <Row
          key={id}
          name={`${site.name}: ${runId}`}
          to={`/${resource.runs}/${id}/show?site=${site.id}`}
          end={<Time at={startedAt} />}
        >
          {error && <Typography color="error">{error.message}</Typography>}
        </Row>
      ))}
    </Rows>
  );
}
