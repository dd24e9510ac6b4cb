import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { RunsQuery } from '../../data/gql/graphql.ts';
import { durationIn } from '../../shell/time/durations.ts';
import { barTones } from './bar-tones.ts';
import { timelineBars } from './timeline-bars.ts';

/** When each stage was at work, small enough for a row of a table. */
export function MiniTimeline({ run }: { run: RunsQuery['runs']['nodes'][number] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const bars = timelineBars(run, new Date());
  const words = bars.map(({ number, seconds }) =>
    translate('galley.runs.stageTook', { number, time: durationIn(locale, seconds) }),
  );
  return (
    <Box
      role="img"
      aria-label={words.join(', ')}
      sx={{
        position: 'relative',
        width: { xs: 96, lg: 140 },
        height: 4 * Math.max(1, bars.length),
        minHeight: 4,
      }}
    >
      {bars.map(({ key, from, length, status }, index) => (
        <Box
          key={key}
          sx={{
            position: 'absolute',
            top: index * 4,
            height: 3,
            borderRadius: 1,
            left: `min(calc(100% - 2px), ${from * 100}%)`,
            width: `max(2px, ${length * 100}%)`,
            bgcolor: barTones[status],
          }}
        />
      ))}
    </Box>
  );
}
