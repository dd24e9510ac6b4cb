import { Box, Chip, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { RunFacts, StageFacts } from '../run/use-run.ts';
import { StageFigures } from './StageFigures.tsx';
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

/** In px: a card is as high in one state as in another, of three lines, or four of the gate. */
const cardHeight = { AI: 92, LOCAL: 92, GATE: 116 };

/** A stage of a run, in whatever state it is. */
export function StageCard({ stage, run, nouns, after, actions }: StageCardProps) {
  const translate = useTranslate();
  const state = stageStateOf(stage, run);
  const { icon: Icon, tone } = stateLooks[state];
  const title = translate('galley.automation.stage.title', { number: stage.number, title: stage.title });
  return (
    <Box
      component="article"
      aria-label={title}
      data-state={state}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '20px 1fr', md: '20px minmax(0, 1fr) 224px 152px' },
        minHeight: { md: cardHeight[stage.kind] },
        position: 'relative',
        columnGap: 1.5,
        rowGap: 0.5,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 20, color: tone, mt: '1px' }} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
          <Typography component="h3" variant="h3">
            {title}
          </Typography>
          <Typography component="span" color="textSecondary">
            {translate(`galley.automation.kind.${stage.kind}`)}
          </Typography>
          {stage.kind === 'GATE' && (
            <Chip
              size="small"
              variant="outlined"
              color="warning"
              label={translate('galley.automation.gate.stops')}
            />
          )}
        </Box>
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
      </Box>
      <StageFigures stage={stage} state={state} />
      <Box
        sx={{
          gridColumn: { xs: '2', md: 'auto' },
          display: 'flex',
          flexWrap: 'wrap',
          gap: 0.5,
          alignItems: 'start',
          justifyContent: { md: 'end' },
        }}
      >
        {actions}
      </Box>
    </Box>
  );
}
