import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { StageDetailsQuery } from '../../data/gql/graphql.ts';
import { numberFormat, useFigure } from '../../shell/formats.ts';

/** What the stage's calls of AI add up to, by model. */
export function CallTable({ usage }: { usage: StageDetailsQuery['aiUsage'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string) => translate(`galley.automation.details.${key}`);
  const figure = useFigure();
  const dollars = (value: number) =>
    numberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 }).format(value);
  if (usage.rows.length === 0) return <Typography color="textSecondary">{say('noCalls')}</Typography>;
  return (
    <Table size="small" aria-label={say('calls')}>
      <TableHead>
        <TableRow>
          <TableCell>{say('model')}</TableCell>
          <TableCell align="right">{say('count')}</TableCell>
          <TableCell align="right">{say('unusable')}</TableCell>
          <TableCell align="right">{say('tokens')}</TableCell>
          <TableCell align="right">{say('cost')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {usage.rows.map((row) => (
          <TableRow key={row.model}>
            <TableCell component="th" scope="row">
              {row.model}
            </TableCell>
            <TableCell align="right">{figure(row.calls)}</TableCell>
            <TableCell align="right">{figure(row.unusableCalls)}</TableCell>
            <TableCell align="right">
              {figure(row.tokensIn)} / {figure(row.tokensOut)}
            </TableCell>
            <TableCell align="right">{dollars(row.costUsd)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
