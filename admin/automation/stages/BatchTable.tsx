import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { StageDetailsQuery } from '../../data/gql/graphql.ts';
import { dateFormat, useFigure } from '../../shell/formats.ts';
import { type Paged, Paging } from './Paging.tsx';

interface Props extends Paged {
  readonly entries: StageDetailsQuery['creditEntries']['nodes'];
}

/** The batches that the ledger records, the latest first: one line each, at zero credits too. */
export function BatchTable({ entries, total, offset, step, onMove }: Props) {
  const translate = useTranslate();
  const locale = useLocale();
  const figure = useFigure();
  const say = (key: string, values: object = {}) => translate(`galley.automation.details.${key}`, values);
  const time = dateFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  if (total === 0) return <Typography sx={{ color: 'text.secondary' }}>{say('noBatches')}</Typography>;
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
                {figure(total - offset - index)}
              </TableCell>
              <TableCell>{time.format(new Date(createdAt))}</TableCell>
              <TableCell align="right">{figure(Math.abs(amount))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Paging of={say('batches')} {...{ total, offset, step, onMove }} />
    </>
  );
}
