import { Box, Typography, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { dateFormat, useFigure } from '../shell/formats.ts';
import { useCreditDays } from './use-credit-days.ts';

/** What the batches of each of the last 30 days cost. */
export function CreditChart() {
  const translate = useTranslate();
  const locale = useLocale();
  const figure = useFigure();
  const { palette, typography } = useTheme();
  const { data, error } = useCreditDays();
  const say = (key: string, values: object = {}) => translate(`galley.dashboard.${key}`, values);
  if (error && !data) return <Typography color="error">{error.message}</Typography>;
  if (!data) return say('loading');
  const dayOf = (day: string) =>
    dateFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(day));
  const total = data.reduce((sum, { used }) => sum + used, 0);
  if (total === 0) {
    return (
      <Box sx={{ height: 220, display: 'grid', placeContent: 'center' }}>
        <Typography color="textSecondary">{say('noneSpent')}</Typography>
      </Box>
    );
  }
  const text = { fill: palette.text.secondary, fontSize: 12, fontFamily: typography.fontFamily };
  return (
    <>
      <Typography color="textSecondary">{say('spent', { credits: total })}</Typography>
      <div role="img" aria-label={say('chart', { credits: total })}>
        <ResponsiveContainer width="100%" height={190}>
          <BarChart data={data} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke={palette.divider} />
            <XAxis
              dataKey="day"
              tickFormatter={dayOf}
              tick={text}
              tickLine={false}
              stroke={palette.divider}
              minTickGap={24}
              interval="equidistantPreserveStart"
            />
            <YAxis tickFormatter={figure} tick={text} tickLine={false} axisLine={false} width={48} />
            <Tooltip
              cursor={{ fill: palette.action.hover }}
              labelFormatter={(day) => dayOf(String(day))}
              formatter={(value) => [figure(Number(value)), say('creditsOfDay')]}
              contentStyle={{
                background: palette.background.paper,
                border: `1px solid ${palette.divider}`,
                borderRadius: 8,
              }}
            />
            <Bar dataKey="used" fill={palette.primary.main} radius={[3, 3, 0, 0]} isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}
