import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useWires } from '../../data/wires.ts';
import { ShortOfCredits } from './ShortOfCredits.tsx';
import { StageCosts } from './StageCosts.tsx';
import { stageEstimateDocument } from './stage-estimate.ts';
import type { StageItems, useStartStage } from './use-start-stage.ts';

interface Props {
  readonly items: StageItems;
  /** How many were chosen. */
  readonly count: number;
  /** What the stage does to them, translated. */
  readonly action: string;
  /** Of whoever opens the dialog, which is closed by the time that somebody tries again. */
  readonly start: ReturnType<typeof useStartStage>;
  /** True where a run has started. */
  onClose(isStarted: boolean): void;
}

/** What a stage would cost and take over what is chosen, before anything is spent; or why it cannot be run. */
export function StageDialog({ items, count, action, start, onClose }: Props) {
  const translate = useTranslate();
  const { ask } = useWires();
  const [isStarting, setIsStarting] = useState(false);
  const { siteId, ...chosen } = items;
  const say = (key: string, values: object = {}) => translate(`galley.lists.run.${key}`, values);
  const { data, error } = useQuery({
    queryKey: ['stageEstimate', items],
    queryFn: ({ signal }) => ask(stageEstimateDocument, { siteId, chosen }, signal),
    gcTime: 0,
  });
  const estimate = data?.estimateRun;
  const isEmpty = estimate?.stages[0]?.waiting === 0;
  const isShort = estimate !== undefined && !isEmpty && estimate.available < estimate.needed;
  const onStart = async () => {
    setIsStarting(true);
    onClose(await start(items));
  };
  return (
    <Dialog open onClose={() => onClose(false)} maxWidth="sm" fullWidth aria-labelledby="stage-dialog">
      <DialogTitle id="stage-dialog">{say('ask', { action, smart_count: count })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, minHeight: 190, alignContent: 'start' }}>
        {!estimate && !error && <div role="status">{say('estimating')}</div>}
        {error && <Alert severity="error">{error.message}</Alert>}
        {estimate && <StageCosts estimate={estimate} count={count} />}
        {isEmpty && (
          <Alert severity="info" variant="outlined">
            {say('noneWaits')}
          </Alert>
        )}
        {isShort && <ShortOfCredits reason={say('short')} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onClose(false)}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={!estimate || isEmpty || isShort || isStarting}
          onClick={onStart}
        >
          {isStarting ? say('starting') : action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
