import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Ticking } from '../../shell/time/Ticking.tsx';
import { useNow } from '../../shell/time/use-now.ts';
import type { RunFacts } from '../run/use-run.ts';
import { barTones } from './bar-tones.ts';
import { timelineBars } from './timeline-bars.ts';

/** When each stage was at work, one below the other. */
export function RunTimeline({ run }: { run: RunFacts }) {
  const translate = useTranslate();
  const now = useNow(run.endedAt ? null : 1_000);
  const bars = timelineBars(run, now);
  if (bars.length === 0) return translate('galley.runs.notBegun');
  return (
    <Box
      component="ol"
      aria-label={translate('galley.runs.timeline')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}
    >
      {bars.map(({ key, number, title, status, from, length, seconds }) => (
        <Box
          component="li"
          key={key}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr 64px', md: '210px 1fr 76px' },
            columnGap: 1.5,
            alignItems: 'center',
          }}
        >
          <span>
            {number}. {title}
          </span>
          <Box
            aria-hidden
            sx={{
              gridRow: { xs: 2, md: 'auto' },
              gridColumn: { xs: '1 / -1', md: 'auto' },
              height: 10,
              borderRadius: 1,
              bgcolor: 'action.hover',
              position: 'relative',
            }}
          >
            <Box
              sx={{
                position: 'absolute',
                inset: 0,
                left: `${from * 100}%`,
                width: `max(3px, ${length * 100}%)`,
                borderRadius: 1,
                bgcolor: barTones[status],
              }}
            />
          </Box>
          <Box component="span" sx={{ textAlign: 'right', color: 'text.secondary' }}>
            {seconds < 1 ? (
              translate('galley.runs.underASecond')
            ) : (
              <Ticking seconds={seconds} isTicking={run.status === 'RUNNING' && status === 'RUNNING'} />
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
