import HeldIcon from '@mui/icons-material/HourglassEmptyOutlined';
import { Box, LinearProgress, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { durationIn, roughly, soonSeconds } from '../../shell/time/durations.ts';
import { Ticking } from '../../shell/time/Ticking.tsx';
import type { RunFacts } from '../run/use-run.ts';
import { RetryIn } from '../run/WaitingFor.tsx';

/** How far the run is, how long it will take yet, and why it waits, if it does. */
export function RunProgress({ run }: { run: RunFacts }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { percent, stages, currentStage, timeLeft, waitingFor, status, active } = run;
  const place = stages.findIndex(({ key }) => key === currentStage) + 1;
  const words = (seconds: number) => durationIn(locale, roughly(seconds), 'long');
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <span id="overall-progress">{translate('galley.automation.overall')}</span>
        <LinearProgress
          variant="determinate"
          value={percent}
          aria-labelledby="overall-progress"
          color={status === 'FAILED' ? 'error' : status === 'PAUSED' ? 'warning' : 'primary'}
          sx={{ flex: '1 1 160px', height: 8, borderRadius: 4 }}
        />
        <Typography component="span" sx={{ fontWeight: 600, minWidth: 132 }}>
          {translate('galley.automation.percent', {
            percent: Math.floor(percent),
            place,
            count: stages.length,
          })}
        </Typography>
      </Box>
      <Box sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 2.5 }}>
        <span>
          {translate('galley.automation.elapsed')} <Ticking seconds={run.elapsedSeconds} isTicking={active} />
        </span>
        {timeLeft && active && (
          <span>
            {timeLeft.highSeconds < soonSeconds
              ? translate('galley.automation.completionSoon')
              : translate('galley.automation.completion', {
                  time: words(timeLeft.seconds),
                  low: words(timeLeft.lowSeconds),
                  high: words(timeLeft.highSeconds),
                })}
          </span>
        )}
        {waitingFor && (
          <Box sx={{ display: 'flex', gap: 0.75, color: 'warning.main', fontWeight: 550 }}>
            <HeldIcon aria-hidden sx={{ fontSize: 18, mt: '1px' }} />
            <span>
              {/* Without the seconds: they would be read out one by one. */}
              <span role="status">
                {translate(`galley.automation.why.${waitingFor.reason}`, { _: '' })} {waitingFor.message}
              </span>
              <RetryIn wait={waitingFor} />
            </span>
          </Box>
        )}
      </Box>
    </Box>
  );
}
