import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { Overview } from '../shell/overview/use-overview.ts';
import { NextTime } from '../shell/time/NextTime.tsx';
import { Row, Rows } from './Rows.tsx';

/** When runs start by themselves, the next first; and which schedules have stopped themselves. */
export function NextRuns({ schedules }: { schedules: Overview['schedules'] }) {
  const translate = useTranslate();
  return (
    <Rows empty={translate('galley.dashboard.nothingNext')}>
      {schedules.map(({ site, schedule: { nextRunAt, pausedReason } }) => (
        <Row
          key={site.id}
          name={site.name}
          to={`/automation?site=${site.id}`}
          end={nextRunAt && <NextTime at={nextRunAt} />}
        >
          {pausedReason && <Typography color="error">{pausedReason}</Typography>}
        </Row>
      ))}
    </Rows>
  );
}
