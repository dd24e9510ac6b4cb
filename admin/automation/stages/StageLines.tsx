import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useFigure } from '../../shell/formats.ts';
import { WaitingFor } from '../run/WaitingFor.tsx';
import type { StageCardProps } from './StageCard.tsx';
import { type StageState, yieldOf } from './stage-state.ts';
import { stateLooks } from './state-looks.ts';

type Props = Omit<StageCardProps, 'actions'> & { readonly state: StageState };

/** States in which there is something to be said of how far the stage is. */
const underWay: readonly StageState[] = ['running', 'held', 'paused', 'credits', 'failed', 'cancelled'];

/**
 * What a stage's card says of it: its state in a word and how far it is, then what is known beyond that. Two lines
 * whatever the state, where there is room: a card that grew and shrank would move all below it while a run goes on.
 */
export function StageLines({ stage, run, nouns, after, state }: Props) {
  const translate = useTranslate();
  const isUnderWay = underWay.includes(state);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Typography
          component="p"
          sx={{ color: stateLooks[state].tone, fontWeight: 550, minWidth: { md: isUnderWay ? 216 : 0 } }}
        >
          <StateWords {...{ stage, nouns, after, state }} />
        </Typography>
        {isUnderWay && <Progress stage={stage} />}
        {stage.failed > 0 && (
          <Line tone="error.main">
            {translate('galley.automation.stage.failed', { smart_count: stage.failed })}
          </Line>
        )}
      </Box>
      <Details {...{ stage, run, nouns, after, state }} />
      {stage.kind === 'GATE' && <Line>{translate('galley.automation.gate.note')}</Line>}
    </>
  );
}

/** How many of the stage's items are done, and at which batch it is. */
function Progress({ stage: { processed, remaining, total, batch } }: Pick<Props, 'stage'>) {
  const translate = useTranslate();
  const say = (key: string, values: object) => translate(`galley.automation.stage.${key}`, values);
  return (
    <Line>
      {say('progress', { processed, remaining, total })}
      {batch && ` · ${say('batch', { index: batch.index, count: Math.max(batch.count, batch.index) })}`}
    </Line>
  );
}

function StateWords({ stage, nouns, after, state }: Omit<Props, 'run'>): string {
  const translate = useTranslate();
  const say = (key: string, values: object = {}) => translate(`galley.automation.state.${key}`, values);
  if (state === 'waiting') return after === undefined ? say('next') : say('waiting', { number: after });
  if (state !== 'running' || !stage.batch) return say(state);
  const { first, last } = stage.batch;
  const one = nouns.one.charAt(0).toUpperCase() + nouns.one.slice(1);
  const many = nouns.many.charAt(0).toUpperCase() + nouns.many.slice(1);
  const { total } = stage;
  return first === last
    ? say('processingOne', { one, first, total })
    : say('processingMany', { many, first, last, total });
}

function Details({ stage, run, nouns, after, state }: Props) {
  const translate = useTranslate();
  const figure = useFigure();
  const say = (key: string, values: object = {}) => translate(`galley.automation.stage.${key}`, values);
  switch (state) {
    case 'waiting':
      return after === undefined || stage.kind === 'GATE' ? null : (
        <Line>{say('queue', { number: after })}</Line>
      );
    case 'running':
      return <Current stage={stage} />;
    case 'held':
      return run.waitingFor ? (
        <Line>
          <WaitingFor wait={run.waitingFor} />
        </Line>
      ) : null;
    case 'paused':
    case 'credits':
      return run.pause ? <Line>{run.pause.message}</Line> : null;
    case 'failed':
      return run.error ? <Line>{run.error.message}</Line> : null;
    case 'completed': {
      const { processed, made } = yieldOf(stage);
      const results = made.map(({ name, value }) => `${figure(value)} ${name}`).join(', ');
      const what = `${figure(processed)} ${processed === 1 ? nouns.one : nouns.many}`;
      return <Line strong>{results ? say('yield', { what, results }) : what}</Line>;
    }
    case 'review':
      return (
        <Line strong>
          {say('ready', {
            smart_count: stage.total,
            what: `${figure(stage.total)} ${stage.total === 1 ? nouns.one : nouns.many}`,
          })}
        </Line>
      );
    case 'skipped':
      return <Line>{say('nothing', { many: nouns.many })}</Line>;
    default:
      return null;
  }
}

/** The batch at work: its first item, the phase that it is in and how far it is. */
function Current({ stage: { batch } }: Pick<Props, 'stage'>) {
  if (!batch) return null;
  const percent =
    batch.percent === null || batch.percent === undefined ? '' : ` ${Math.round(batch.percent)}%`;
  return (
    <Box sx={{ display: 'flex', columnGap: 1, flexWrap: { xs: 'wrap', md: 'nowrap' } }}>
      {batch.label && (
        <Typography component="strong" noWrap title={batch.label} sx={{ fontWeight: 550 }}>
          {batch.label}
        </Typography>
      )}
      <Line isWhole>
        {batch.label && '· '}
        {batch.message}
        {percent}
      </Line>
    </Box>
  );
}

function Line({
  children,
  tone = 'text.secondary',
  strong,
  isWhole = false,
}: {
  children: ReactNode;
  tone?: string;
  strong?: boolean;
  /** True: what stands beside it gives way. */
  isWhole?: boolean;
}) {
  return (
    <Typography
      component="p"
      sx={{
        color: strong ? 'text.primary' : tone,
        overflowWrap: 'anywhere',
        ...(isWhole && { flexShrink: { md: 0 } }),
      }}
    >
      {children}
    </Typography>
  );
}
