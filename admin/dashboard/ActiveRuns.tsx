import { LinearProgress, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { Overview } from '../shell/overview/use-overview.ts';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';
import { durationIn, roughly } from '../shell/time/durations.ts';
import { Row, Rows } from './Rows.tsx';

/** What runs or is paused now. */
export function ActiveRuns({ runs }: { runs: Overview['active'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Rows empty={translate('galley.dashboard.nothingRuns')}>
      {runs.map(({ id, site, status, percent, stages, currentStage, timeLeft, waitingFor }) => {
        const stage = stages.find(({ key }) => key === currentStage);
        const place = stages.findIndex(({ key }) => key === currentStage) + 1;
        return (
          <Row
            key={id}
            name={site.name}
            to={`/automation?site=${site.id}`}
            end={<StatusBadge kind="run" status={status} />}
          >
            <LinearProgress
              variant="determinate"
              value={percent}
              aria-label={translate('galley.dashboard.progress', { site: site.name })}
              color={status === 'PAUSED' ? 'warning' : 'primary'}
              sx={{ height: 6, borderRadius: 3, my: 0.5 }}
            />
            <Typography color="textSecondary">
              {translate('galley.automation.percent', {
                percent: Math.floor(percent),
                place,
                count: stages.length,
              })}
              {stage && ` · ${stage.title}`}
              {timeLeft &&
                ` · ${translate('galley.dashboard.left', { time: durationIn(locale, roughly(timeLeft.seconds)) })}`}
            </Typography>
            {waitingFor && <Typography color="warning">{waitingFor.message}</Typography>}
          </Row>
        );
      })}
    </Rows>
  );
}
