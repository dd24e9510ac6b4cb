import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { durationIn, roughly, soonSeconds } from '../../shell/time/durations.ts';
import { Ticking } from '../../shell/time/Ticking.tsx';
import type { StageFacts } from '../run/use-run.ts';
import type { StageState } from './stage-state.ts';

/** States in which time passes for the stage. */
const ticking: readonly StageState[] = ['running', 'held'];

/** Credits, time and what is left of both: the line that is always there comes first. */
export function StageFigures({ stage, state }: { stage: StageFacts; state: StageState }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { elapsedSeconds, endedAt, timeLeft, creditsUsed, kind } = stage;
  // Beside what a stage has used in the end stands what was expected of it at the start.
  const expected = endedAt ? stage.estimatedCredits : stage.expectedCredits;
  const isAtWork = ticking.includes(state);
  const isInstant = state === 'completed' && (elapsedSeconds ?? 0) < (kind === 'LOCAL' ? 2 : 1);
  const lasting = elapsedSeconds !== null && elapsedSeconds !== undefined;
  if (kind === 'GATE') return <Box sx={{ display: { xs: 'none', md: 'block' } }} />;
  return (
    <Box
      sx={{
        gridColumn: { xs: '2', md: 'auto' },
        color: 'text.secondary',
        display: { xs: 'flex', md: 'block' },
        flexWrap: 'wrap',
        columnGap: 2,
        whiteSpace: { md: 'nowrap' },
      }}
    >
      {state === 'waiting' ? (
        <div>{translate('galley.automation.stage.expected', { credits: expected })}</div>
      ) : (
        state !== 'unreached' && (
          <div>
            {translate('galley.automation.stage.credits', { credits: creditsUsed })}
            {state !== 'skipped' && translate('galley.automation.stage.estimated', { credits: expected })}
          </div>
        )
      )}
      {lasting && state !== 'skipped' && (
        <div>
          {translate('galley.automation.stage.time')}{' '}
          {isInstant ? (
            translate('galley.automation.stage.instant')
          ) : (
            <Ticking seconds={elapsedSeconds} isTicking={isAtWork} />
          )}
        </div>
      )}
      {timeLeft && isAtWork && (
        <div>
          {timeLeft.highSeconds < soonSeconds
            ? translate('galley.automation.stage.etaSoon')
            : translate('galley.automation.stage.eta', {
                time: durationIn(locale, roughly(timeLeft.seconds)),
                low: durationIn(locale, roughly(timeLeft.lowSeconds)),
                high: durationIn(locale, roughly(timeLeft.highSeconds)),
              })}
        </div>
      )}
    </Box>
  );
}
