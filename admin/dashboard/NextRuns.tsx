import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { useNow } from '../shell/time/use-now.ts';
import { awayIn, whenIn } from '../shell/time/when.ts';
import { Row, Rows } from './Rows.tsx';
import type { Overview } from './use-overview.ts';

/** When runs start by themselves, the next first; and which schedules have stopped themselves. */
export function NextRuns({ schedules }: { schedules: Overview['schedules'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow();
  return (
    <Rows empty={translate('galley.dashboard.nothingNext')}>
      {schedules.map(({ site, schedule: { nextRunAt, pausedReason } }) => {
        const next = nextRunAt ? new Date(nextRunAt) : null;
        const when = next && translate('galley.automation.schedule.at', whenIn(locale, next, now));
        return (
          <Row
            key={site.id}
            name={site.name}
            to={`/automation?site=${site.id}`}
            end={next && `${when} (${awayIn(locale, next, now)})`}
          >
            {pausedReason && <Typography color="error">{pausedReason}</Typography>}
          </Row>
        );
      })}
    </Rows>
  );
}
