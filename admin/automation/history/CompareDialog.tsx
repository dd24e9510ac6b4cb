import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Link as TextLink,
} from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { RunRowFragment } from '../../data/gql/graphql.ts';
import { resource } from '../../data/resource.ts';
import { useFigure } from '../../shell/formats.ts';
import { StatusBadge } from '../../shell/status/StatusBadge.tsx';
import { Time } from '../../shell/Time.tsx';
import { durationIn } from '../../shell/time/durations.ts';

/** Two runs side by side: outcome, time and credits, in all and of each stage. */
export function CompareDialog({ runs, onClose }: { runs: readonly RunRowFragment[]; onClose(): void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string, values: object = {}) => translate(`galley.runs.${key}`, values);
  const figure = useFigure();
  const stages = new Map(runs.flatMap((run) => run.stages.map((stage) => [stage.key, stage])));
  const facts: Readonly<Record<string, (run: RunRowFragment) => ReactNode>> = {
    status: ({ status }) => <StatusBadge kind="run" status={status} />,
    startedAt: ({ startedAt }) => <Time at={startedAt} />,
    took: ({ elapsedSeconds }) => durationIn(locale, elapsedSeconds),
    credits: ({ creditsUsed }) => figure(creditsUsed),
    estimate: ({ estimatedCredits }) => figure(estimatedCredits),
  };
  const ofStage = (run: RunRowFragment, key: string) => {
    const stage = run.stages.find((one) => one.key === key);
    if (!stage?.startedAt) return say('none');
    const { creditsUsed, processed, failed, elapsedSeconds } = stage;
    const time = durationIn(locale, elapsedSeconds ?? 0);
    const done = say('stageValue', { time, credits: creditsUsed, processed });
    return failed > 0 ? done + say('stageFailed', { failed }) : done;
  };
  const row = (name: string, key: string, of: (run: RunRowFragment) => ReactNode) => (
    <TableRow key={key}>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      {runs.map((run) => (
        <TableCell key={run.id}>{of(run)}</TableCell>
      ))}
    </TableRow>
  );
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="compare">
      <DialogTitle id="compare">{say('compareTitle')}</DialogTitle>
      <DialogContent>
        <Table size="small" aria-labelledby="compare">
          <TableHead>
            <TableRow>
              <TableCell />
              {runs.map(({ id, runId }) => (
                <TableCell key={id}>
                  <TextLink component={Link} to={`/${resource.runs}/${id}/show`}>
                    {runId}
                  </TextLink>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {Object.entries(facts).map(([key, of]) => row(say(`row.${key}`), key, of))}
            {[...stages.values()]
              .sort((one, other) => one.number - other.number)
              .map((stage) => row(say('stageRow', stage), stage.key, (run) => ofStage(run, stage.key)))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
