import { LinearProgress } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { RunFacts, StageFacts } from '../run/use-run.ts';
import { StageFigures } from './StageFigures.tsx';
import { StageFrame } from './StageFrame.tsx';
import { StageLines } from './StageLines.tsx';
import { type StageState, stageStateOf } from './stage-state.ts';
import { stateLooks } from './state-looks.ts';

type StageRun = Pick<RunFacts, 'status' | 'pause' | 'waitingFor' | 'error'>;

export interface StageCardProps {
  readonly stage: StageFacts;
  /** What of its run bears upon it. */
  readonly run: StageRun;
  /** What one of its items, and what several are called. */
  readonly nouns: { readonly one: string; readonly many: string };
  /** The number of the stage before it in the run. */
  readonly after: number | undefined;
  readonly actions?: ReactNode;
}

const atWork: readonly StageState[] = ['running', 'held', 'paused', 'credits', 'failed', 'cancelled'];

/** A stage of a run, in whatever state it is. */
export function StageCard({ stage, run, nouns, after, actions }: StageCardProps) {
  const translate = useTranslate();
  const state = stageStateOf(stage, run);
  const title = translate('galley.automation.stage.title', { number: stage.number, title: stage.title });
  const lines = (
    <>
      <StageLines {...{ stage, run, nouns, after, state }} />
      {atWork.includes(state) && stage.percent !== null && stage.total > 0 && (
        <LinearProgress
          variant="determinate"
          value={stage.percent}
          color={state === 'failed' ? 'error' : state === 'running' ? 'primary' : 'inherit'}
          aria-label={translate('galley.automation.stage.progressLabel', { title })}
          sx={{ position: 'absolute', insetInline: 0, bottom: 0, height: 3 }}
        />
      )}
    </>
  );
  return (
    <StageFrame
      stage={stage}
      state={state}
      look={stateLooks[state]}
      lines={lines}
      figures={<StageFigures stage={stage} state={state} />}
      actions={actions}
    />
  );
}
