import OffIcon from '@mui/icons-material/PauseCircleOutlined';
import OnIcon from '@mui/icons-material/ScheduleOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Tooltip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { Site } from '../../shell/site/use-site.ts';
import { useNow } from '../../shell/time/use-now.ts';
import { awayIn, whenIn } from '../../shell/time/when.ts';
import { isMade, type Schedule } from './use-schedule.ts';

interface Props {
  readonly site: Site;
  readonly schedule: Schedule;
  readonly upcoming: readonly string[];
}

const headline = { fontSize: '1.0625rem', fontWeight: 600 };

/** When the next run starts by itself, or why none does; and the four after it. */
export function NextRun({ site, schedule, upcoming }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow();
  const say = (key: string, values: object = {}) => translate(`galley.automation.schedule.${key}`, values);
  const { enabled, nextRunAt, pausedReason } = schedule;
  const next = nextRunAt ? new Date(nextRunAt) : null;
  const isLate = next !== null && next < now;
  const zone = schedule.timeZone ?? site.timeZone;
  const Icon = pausedReason ? WarningIcon : enabled ? OnIcon : OffIcon;
  const state = pausedReason ? 'stopped' : !enabled ? 'off' : isLate ? 'late' : 'on';
  const words = (at: Date, timeZone?: string) => say('at', whenIn(locale, at, now, timeZone));
  const later = upcoming.slice(1);
  if (!isMade(schedule)) return <Typography sx={headline}>{say('unmade')}</Typography>;
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
        <Typography sx={headline}>
          {next && enabled ? (
            <Tooltip title={say('zone', { time: words(next, zone), zone })}>
              <span>
                {say('next')} {words(next)}
                <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                  {' '}
                  ({awayIn(locale, next, now)})
                </Box>
              </span>
            </Tooltip>
          ) : (
            say('none')
          )}
        </Typography>
        <Box
          component="span"
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.5,
            color: { on: 'success.main', late: 'warning.main', stopped: 'error.main', off: 'text.secondary' }[
              state
            ],
          }}
        >
          <Icon aria-hidden sx={{ fontSize: 16 }} />
          {say(`status.${state}`)}
        </Box>
      </Box>
      {pausedReason && <Typography color="error">{pausedReason}</Typography>}
      {enabled && later.length > 0 && (
        <Typography color="textSecondary">
          {say('later')} {later.map((at) => words(new Date(at))).join('; ')}
        </Typography>
      )}
    </Box>
  );
}
