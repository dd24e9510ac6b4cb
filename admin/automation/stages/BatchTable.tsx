import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { StageDetailsQuery } from '../../data/gql/graphql.ts';

interface Props {
  readonly entries: StageDetailsQuery['creditEntries']['nodes'];
  readonly total: number;
  readonly offset: number;
  readonly step: number;
  onMove(offset: number): void;
}

/** The batches that the ledger records, the latest first: one line each, at zero credits too. */
export function BatchTable({ entries, total, offset, step, onMove }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string, values: object = {}) => translate(`galley.automation.details.${key}`, values);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  if (total === 0) return <Typography color="text.secondary">{say('noBatches')}</Typography>;
  return (
    <>
      <Table size="small" aria-label={say('batches')}>
        <TableHead>
          <TableRow>
            <TableCell>{say('batch')}</TableCell>
            <TableCell>{say('saved')}</TableCell>
            <TableCell align="right">{say('credits')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map(({ id, createdAt, amount }, index) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                {total - offset - index}
              </TableCell>
              <TableCell>{time.format(new Date(createdAt))}</TableCell>
              <TableCell align="right">{new Intl.NumberFormat(locale).format(Math.abs(amount))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {total > step && (
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <Button size="small" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - step))}>
            {say('later')}
          </Button>
          <Button size="small" disabled={offset + step >= total} onClick={() => onMove(offset + step)}>
            {say('earlier')}
          </Button>
        </Box>
      )}
    </>
  );
}
