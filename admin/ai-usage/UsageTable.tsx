import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { AiUsageBy, AiUsageQuery } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { useStageName } from '../data/use-stage-names.ts';
import { dateFormat, numberFormat } from '../shell/formats.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { usd } from './usd.ts';

type Row = AiUsageQuery['aiUsage']['rows'][number];

/** Days as they come; everything else by what it cost. */
export function UsageTable({ by, rows }: { by: AiUsageBy; rows: readonly Row[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const text = (name: string) => translate(`galley.aiUsage.${name}`);
  const stageName = useStageName();
  const count = numberFormat(locale);
  const days = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayOf = (day: string) => days.format(new Date(day));
  const most = Math.max(...rows.map(({ costUsd }) => costUsd));
  const shown = by === 'DAY' ? rows : rows.toSorted((a, b) => b.costUsd - a.costUsd);
  return (
    <Box tabIndex={0} role="region" aria-label={text(`ways.${by}`)} sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text(`columns.${by}`)}</TableCell>
            <TableCell align="right">{text('figures.calls')}</TableCell>
            <TableCell align="right">{text('figures.unusable')}</TableCell>
            <TableCell align="right">{text('tokensIn')}</TableCell>
            <TableCell align="right">{text('tokensOut')}</TableCell>
            <TableCell align="right">{text('figures.cost')}</TableCell>
            <TableCell sx={{ width: '22%' }} aria-hidden />
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((row) => (
            <TableRow key={nameOf(row)}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {row.run ? (
                  <ItemLink resource={resource.runs} id={row.run.id}>
                    {row.run.runId}
                  </ItemLink>
                ) : (
                  (row.stage ? stageName(row.stage) : row.day ? dayOf(row.day) : nameOf(row)) ||
                  text('unknown')
                )}
              </TableCell>
              <TableCell align="right">{count.format(row.calls)}</TableCell>
              <TableCell align="right">{count.format(row.unusableCalls)}</TableCell>
              <TableCell align="right">{count.format(row.tokensIn)}</TableCell>
              <TableCell align="right">{count.format(row.tokensOut)}</TableCell>
              <TableCell align="right">{usd(locale, row.costUsd)}</TableCell>
              <TableCell aria-hidden>
                <Box
                  sx={{
                    height: 8,
                    borderRadius: 1,
                    bgcolor: 'primary.main',
                    width: `${most > 0 ? (100 * row.costUsd) / most : 0}%`,
                  }}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function nameOf({ day, stage, model, run }: Row): string {
  return day ?? stage ?? model ?? run?.id ?? '';
}
