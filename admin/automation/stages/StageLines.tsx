import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { WaitingFor } from '../run/WaitingFor.tsx';
import type { StageCardProps } from './StageCard.tsx';
import { type StageState, yieldOf } from './stage-state.ts';
import { stateLooks } from './state-looks.ts';

type Props = Omit<StageCardProps, 'actions'> & { readonly state: StageState };

/** What a stage's card says of it: its state in a word, then what is known beyond that. */
export function StageLines({ stage, run, nouns, after, state }: Props) {
  const translate = useTranslate();
  const say = (key: string, values: object = {}) => translate(`galley.automation.state.${key}`, values);
  return (
    <>
      <Typography component="p" sx={{ color: stateLooks[state].tone, fontWeight: 550 }}>
        {stateWords({ stage, nouns, after, state }, say)}
      </Typography>
      <Details {...{ stage, run, nouns, after, state }} />
      {stage.kind === 'GATE' && <Line>{translate('galley.automation.gate.note')}</Line>}
    </>
  );
}

type Say = (key: string, values?: object) => string;

function stateWords({ stage, nouns, after, state }: Omit<Props, 'run'>, say: Say): string {
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
  const locale = useLocale();
  const figure = (value: number) => new Intl.NumberFormat(locale).format(value);
  const say = (key: string, values: object = {}) => translate(`galley.automation.stage.${key}`, values);
  const failed = stage.failed > 0 && (
    <Line tone="error.main">{say('failed', { smart_count: stage.failed })}</Line>
  );
  switch (state) {
    case 'waiting':
      return after === undefined || stage.kind === 'GATE' ? null : (
        <Line>{say('queue', { number: after })}</Line>
      );
    case 'running':
    case 'held':
    case 'paused':
    case 'credits':
      return (
        <>
          {state === 'held' && run.waitingFor && (
            <Line>
              <WaitingFor wait={run.waitingFor} />
            </Line>
          )}
          {(state === 'paused' || state === 'credits') && run.pause && <Line>{run.pause.message}</Line>}
          {state === 'running' && <Current stage={stage} />}
          <Line>
            {say('progress', {
              processed: figure(stage.processed),
              remaining: figure(stage.remaining),
              total: figure(stage.total),
            })}
            {stage.batch &&
              ` · ${say('batch', { index: stage.batch.index, count: Math.max(stage.batch.count, stage.batch.index) })}`}
          </Line>
          {failed}
        </>
      );
    case 'completed': {
      const { processed, made } = yieldOf(stage);
      const results = made.map(({ name, value }) => `${figure(value)} ${name}`).join(', ');
      const what = `${figure(processed)} ${processed === 1 ? nouns.one : nouns.many}`;
      return (
        <>
          <Line strong>{results ? say('yield', { what, results }) : what}</Line>
          {failed}
        </>
      );
    }
    case 'failed':
      return (
        <>
          {run.error && <Line>{run.error.message}</Line>}
          <Line>
            {say('progress', {
              processed: figure(stage.processed),
              remaining: figure(stage.remaining),
              total: figure(stage.total),
            })}
          </Line>
          {failed}
        </>
      );
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
    case 'cancelled':
      return (
        <Line>
          {say('progress', {
            processed: figure(stage.processed),
            remaining: figure(stage.remaining),
            total: figure(stage.total),
          })}
        </Line>
      );
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
    <Line>
      {batch.label && (
        <Box component="strong" sx={{ fontWeight: 550, color: 'text.primary' }}>
          {batch.label}
        </Box>
      )}
      {batch.label && ' · '}
      {batch.message}
      {percent}
    </Line>
  );
}

function Line({
  children,
  tone = 'text.secondary',
  strong,
}: {
  children: ReactNode;
  tone?: string;
  strong?: boolean;
}) {
  return (
    <Typography component="p" sx={{ color: strong ? 'text.primary' : tone, overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  );
}
