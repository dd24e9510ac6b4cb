import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import type { UpdateScheduleInput } from '../../data/gql/graphql.ts';
import type { Schedule } from './use-schedule.ts';

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const days = Array.from({ length: 31 }, (_, index) => index + 1);

interface Props {
  readonly schedule: Pick<Schedule, 'frequency' | 'time' | 'weekday' | 'day'>;
  readonly zone: string;
  readonly isDisabled: boolean;
  onChange(change: Omit<UpdateScheduleInput, 'siteId'>): void;
}

/** How often and at what time, changed where it stands. */
export function ScheduleInputs({ schedule, zone, isDisabled, onChange }: Props) {
  const translate = useTranslate();
  const [time, setTime] = useState(schedule.time);
  useEffect(() => setTime(schedule.time), [schedule.time]);
  const say = (key: string) => translate(`galley.automation.schedule.${key}`);
  const saveTime = () => {
    if (time !== '' && time !== schedule.time) onChange({ time });
  };
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        '& .MuiTextField-root': { m: 0, width: 'auto', minWidth: 116 },
      }}
    >
      <TextField
        select
        label={say('frequency')}
        value={schedule.frequency}
        disabled={isDisabled}
        onChange={({ target }) => onChange({ frequency: target.value as Schedule['frequency'] })}
      >
        {frequencies.map((one) => (
          <MenuItem key={one} value={one}>
            {say(`frequencies.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {schedule.frequency === 'WEEKLY' && (
        <TextField
          select
          label={say('weekday')}
          value={schedule.weekday}
          disabled={isDisabled}
          onChange={({ target }) => onChange({ weekday: target.value as Schedule['weekday'] })}
        >
          {weekdays.map((one) => (
            <MenuItem key={one} value={one}>
              {say(`weekdays.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {schedule.frequency === 'MONTHLY' && (
        <TextField
          select
          label={say('day')}
          value={schedule.day}
          disabled={isDisabled}
          onChange={({ target }) => onChange({ day: Number(target.value) })}
        >
          {days.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        type="time"
        label={say('timeOfDay')}
        value={time}
        disabled={isDisabled}
        onChange={({ target }) => setTime(target.value)}
        onBlur={saveTime}
        onKeyDown={({ key }) => key === 'Enter' && saveTime()}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      {zone && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {zone}
        </Box>
      )}
    </Box>
  );
}
