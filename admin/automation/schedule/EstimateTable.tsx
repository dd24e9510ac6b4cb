import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { EstimateQuery } from '../../data/gql/graphql.ts';
import { useFigure } from '../../shell/formats.ts';
import { durationIn, roughly } from '../../shell/time/durations.ts';

type Estimate = EstimateQuery['estimateRun'];
type Amount = Estimate['credits'];

/** On a phone, what it costs and takes has the room. */
const wide = { display: { xs: 'none', sm: 'table-cell' } };

/** What a run would cost and take, stage by stage and in all. */
export function EstimateTable({ estimate }: { estimate: Estimate }) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string, values: object = {}) => translate(`galley.automation.runNow.${key}`, values);
  const figure = useFigure();
  const range = ({ expected, low, high }: Amount) =>
    low === high ? figure(expected) : `${figure(expected)} (${figure(low)}–${figure(high)})`;
  const time = ({ seconds, lowSeconds, highSeconds }: Estimate['time']) =>
    seconds === 0
      ? say('instant')
      : `${durationIn(locale, roughly(seconds))} (${durationIn(locale, roughly(lowSeconds))}–${durationIn(locale, roughly(highSeconds))})`;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table
        size="small"
        aria-label={say('table')}
        sx={{ '& td, & th': { whiteSpace: { sm: 'nowrap' }, px: { xs: 1, sm: 2 } } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{say('stage')}</TableCell>
            <TableCell align="right" sx={wide}>
              {say('waiting')}
            </TableCell>
            <TableCell align="right" sx={wide}>
              {say('items')}
            </TableCell>
            <TableCell align="right">{say('credits')}</TableCell>
            <TableCell align="right">{say('time')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {estimate.stages.map((stage) => (
            <TableRow key={stage.key}>
              <TableCell component="th" scope="row">
                {stage.number}. {stage.title}
              </TableCell>
              <TableCell align="right" sx={wide}>
                {figure(stage.waiting)}
              </TableCell>
              <TableCell align="right" sx={wide}>
                {stage.kind === 'GATE' ? '' : range(stage.items)}
              </TableCell>
              <TableCell align="right">{stage.kind === 'GATE' ? '' : range(stage.credits)}</TableCell>
              <TableCell align="right">{stage.kind === 'GATE' ? say('person') : time(stage.time)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter sx={{ '& td': { color: 'text.primary', fontSize: 'inherit', fontWeight: 600 } }}>
          <TableRow>
            <TableCell>{say('total')}</TableCell>
            <TableCell colSpan={2} sx={wide} />
            <TableCell align="right">{range(estimate.credits)}</TableCell>
            <TableCell align="right">{time(estimate.time)}</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <Box sx={{ mt: 1.5 }}>
        {say('available', { available: estimate.available, needed: estimate.needed })}
      </Box>
    </Box>
  );
}
