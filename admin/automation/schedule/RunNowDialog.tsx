import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link as TextLink,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { ApiError } from '../../data/ask.ts';
import { takeRun } from '../../data/live/use-current-run.ts';
import { newKey } from '../../data/new-key.ts';
import { resource } from '../../data/resource.ts';
import { useWires } from '../../data/wires.ts';
import { ShortOfCredits } from '../../shell/run/ShortOfCredits.tsx';
import { startRunDocument } from '../run/data.ts';
import type { RunFacts } from '../run/use-run.ts';
import { estimateDocument } from './data.ts';
import { EstimateTable } from './EstimateTable.tsx';

interface Props {
  readonly siteId: string;
  /** The site's current run, which may be in the way. */
  readonly run: RunFacts | null | undefined;
  /** The one stage to go through; all where not given. */
  readonly stage?: { readonly key: string; readonly title: string };
  onClose(): void;
}

/** What a run would cost and take, before it is started; or why it cannot be. */
export function RunNowDialog({ siteId, run, stage, onClose }: Props) {
  const translate = useTranslate();
  const { ask } = useWires();
  const cache = useQueryClient();
  const [idempotencyKey] = useState(newKey);
  const stages = stage ? { from: stage.key, to: stage.key } : undefined;
  const say = (key: string, values: object = {}) => translate(`galley.automation.runNow.${key}`, values);
  const { data, error } = useQuery({
    queryKey: ['estimate', siteId, stage?.key, run?.id, run?.status],
    queryFn: ({ signal }) => ask(estimateDocument, { siteId, stages }, signal),
    gcTime: 0,
  });
  const start = useMutation({
    mutationFn: () => ask(startRunDocument, { input: { siteId, stages, idempotencyKey } }),
    onSuccess: ({ startRun }) => {
      takeRun(cache, startRun.run);
      onClose();
    },
  });
  const estimate = data?.estimateRun;
  const isEmpty = estimate?.stages.every(({ waiting, kind }) => kind === 'GATE' || waiting === 0) === true;
  const isShort = estimate !== undefined && estimate.available < estimate.needed;
  const refusal = run?.active ? 'active' : isEmpty ? 'empty' : isShort ? 'credits' : undefined;
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="run-now">
      <DialogTitle id="run-now">
        {stage ? say('stageTitle', { title: stage.title }) : say('title')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, minHeight: 220, alignContent: 'start' }}>
        {refusal === 'active' && run && (
          <Alert severity="warning" variant="outlined">
            {say('active', { run: run.runId })} <RunLink id={run.id} onClick={onClose} />
          </Alert>
        )}
        {refusal === 'empty' && (
          <Alert severity="info" variant="outlined">
            {say('empty')}{' '}
            <TextLink underline="always" component={Link} to={`/${resource.keywords}`}>
              {say('keywords')}
            </TextLink>
          </Alert>
        )}
        {refusal === 'credits' && estimate && (
          <ShortOfCredits reason={say('short', { needed: estimate.needed, available: estimate.available })} />
        )}
        {data?.aiProviders.sample && (
          <Alert severity="info" variant="outlined">
            {data.aiProviders.sample}
          </Alert>
        )}
        {estimate ? <EstimateTable estimate={estimate} /> : !error && <Box>{say('loading')}</Box>}
        {error && <Alert severity="error">{error.message}</Alert>}
        {start.error && <Refused error={start.error} onClose={onClose} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={!estimate || refusal !== undefined || start.isPending}
          onClick={() => start.mutate()}
        >
          {say(start.isPending ? 'starting' : 'start')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What the API has said against it; with the way to the run that is in the way. */
function Refused({ error, onClose }: { error: Error; onClose(): void }) {
  const inTheWay =
    error instanceof ApiError && error.code === 'RUN_ALREADY_ACTIVE' ? error.details.id : undefined;
  return (
    <Alert severity="error" variant="outlined">
      {error.message} {typeof inTheWay === 'string' && <RunLink id={inTheWay} onClick={onClose} />}
    </Alert>
  );
}

function RunLink({ id, onClick }: { id: string; onClick(): void }) {
  const translate = useTranslate();
  return (
    <TextLink underline="always" component={Link} to={`/${resource.runs}/${id}/show`} onClick={onClick}>
      {translate('galley.automation.runNow.toRun')}
    </TextLink>
  );
}
