import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link as TextLink,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useGetResourceLabel, useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import { useWires } from '../../data/wires.ts';
import { useFigure } from '../../shell/formats.ts';
import type { RunFacts } from '../run/use-run.ts';
import { BatchTable } from './BatchTable.tsx';
import { CallList } from './CallList.tsx';
import { CallTable } from './CallTable.tsx';
import { stageDetailsDocument } from './data.ts';
import { inWords, madePages, resultsOf } from './result-links.ts';

interface Props {
  readonly run: RunFacts;
  readonly stageKey: string;
  onClose(): void;
}

const batchesAtOnce = 25;

/** What a stage has done: what it made, its batches, and what its AI calls have cost. */
export function StageDetails({ run, stageKey, onClose }: Props) {
  const translate = useTranslate();
  const { ask } = useWires();
  const [offset, setOffset] = useState(0);
  const figure = useFigure();
  const stage = run.stages.find(({ key }) => key === stageKey);
  const say = (key: string, values: object = {}) => translate(`galley.automation.details.${key}`, values);
  const { data, error } = useQuery({
    // Asked for again with each batch.
    queryKey: ['stageDetails', run.id, stageKey, stage?.batches, stage?.status, offset],
    queryFn: ({ signal }) => ask(stageDetailsDocument, { runId: run.id, stage: stageKey, offset }, signal),
    placeholderData: (before) => before,
  });
  const label = useGetResourceLabel();
  if (!stage) return null;
  const results = resultsOf(data?.run.stages.find(({ key }) => key === stageKey)?.ids ?? []);
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="stage-details">
      <DialogTitle id="stage-details">
        {translate('galley.automation.stage.title', { number: stage.number, title: stage.title })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2.5, alignContent: 'start', minHeight: 320 }}>
        {error && <Typography color="error">{error.message}</Typography>}
        {!data && !error && translate('galley.automation.loading')}
        {data && (
          <>
            <Part title={say('results')}>
              {stage.counters.length === 0 && (
                <Typography color="textSecondary">{say('noResults')}</Typography>
              )}
              {madePages(stage.counters).map(({ name, path }) => (
                <Box key={path}>
                  <TextLink component={Link} to={path}>
                    {say('open', { name: label(name, 2) })}
                  </TextLink>
                </Box>
              ))}
              {results.map(({ name, path, count }) => (
                <Box key={name}>
                  <TextLink component={Link} to={path}>
                    {say(`lists.${name}`, { smart_count: count, _: `%{smart_count} ${name}` })}
                  </TextLink>
                </Box>
              ))}
              {stage.counters.map(({ name, value }) => (
                <Typography key={name} color="textSecondary">
                  {inWords(name)}: {figure(value)}
                </Typography>
              ))}
            </Part>
            <Part title={say('calls')}>
              <CallTable usage={data.aiUsage} />
              <CallList runId={run.id} stage={stageKey} batches={stage.batches} />
            </Part>
            <Part title={say('batches')}>
              <BatchTable
                entries={data.creditEntries.nodes}
                total={data.creditEntries.totalCount}
                offset={offset}
                step={batchesAtOnce}
                onMove={setOffset}
              />
            </Part>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {children}
    </section>
  );
}
