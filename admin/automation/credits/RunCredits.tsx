import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { numberFormat, useFigure } from '../../shell/formats.ts';
import { Panel } from '../../shell/Panel.tsx';
import type { RunFacts } from '../run/use-run.ts';

/** What the run has used, what it holds, and how that compares with what was estimated, stage by stage. */
export function RunCredits({ run }: { run: RunFacts }) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string, values: object = {}) => translate(`galley.automation.credits.${key}`, values);
  const figure = useFigure();
  const paid = run.stages.filter(
    ({ creditsUsed, estimatedCredits }) => creditsUsed > 0 || estimatedCredits > 0,
  );
  return (
    <Panel title={say('title', { credits: run.creditsUsed })}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {run.active
          ? say('held', { hold: run.hold, left: run.creditsLeft })
          : say('released', { estimate: run.estimatedCredits })}
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label={say('table')}>
          <TableHead>
            <TableRow>
              <TableCell>{say('stage')}</TableCell>
              <TableCell align="right">{say('estimate')}</TableCell>
              <TableCell align="right">{say('actual')}</TableCell>
              <TableCell align="right">{say('difference')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {paid.map((stage) => (
              <TableRow key={stage.key}>
                <TableCell component="th" scope="row">
                  {stage.number}. {stage.title}
                </TableCell>
                <TableCell align="right">{figure(stage.estimatedCredits)}</TableCell>
                <TableCell align="right">{figure(stage.creditsUsed)}</TableCell>
                <TableCell align="right">
                  {isOver(stage.status) ? signed(stage.creditsUsed - stage.estimatedCredits, locale) : ''}
                </TableCell>
              </TableRow>
            ))}
            <TableRow sx={{ '& th, & td': { fontWeight: 600 } }}>
              <TableCell component="th" scope="row">
                {say('all')}
              </TableCell>
              <TableCell align="right">{figure(run.estimatedCredits)}</TableCell>
              <TableCell align="right">{figure(run.creditsUsed)}</TableCell>
              <TableCell align="right">
                {run.active ? '' : signed(run.creditsUsed - run.estimatedCredits, locale)}
              </TableCell>
            </TableRow>
          </TableBody>
        </Table>
      </Box>
    </Panel>
  );
}

function isOver(status: string): boolean {
  return status === 'COMPLETED' || status === 'SKIPPED';
}

function signed(value: number, locale: string): string {
  return numberFormat(locale, { signDisplay: 'exceptZero' }).format(value);
}
