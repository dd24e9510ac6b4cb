import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'ra-core';
import { useState } from 'react';
import type { StageCallsQuery } from '../../data/gql/graphql.ts';
import { useWires } from '../../data/wires.ts';
import { dateFormat, numberFormat } from '../../shell/formats.ts';
import { stageCallsDocument } from './data.ts';
import { Paging } from './Paging.tsx';

type Call = StageCallsQuery['aiCalls']['nodes'][number];

const atOnce = 25;

interface Props {
  readonly runId: string;
  readonly stage: string;
  /** Changes with what the stage has done: the calls are asked for again then. */
  readonly batches: number | undefined;
}

/** The stage's calls of AI one by one, the latest first: which model, what it took, and what came of it. */
export function CallList({ runId, stage, batches }: Props) {
  const translate = useTranslate();
  const { ask } = useWires();
  const [offset, setOffset] = useState(0);
  const say = (key: string) => translate(`galley.automation.details.${key}`);
  const { data, error } = useQuery({
    queryKey: ['stageCalls', runId, stage, batches, offset],
    queryFn: ({ signal }) => ask(stageCallsDocument, { runId, stage, offset }, signal),
    placeholderData: (before) => before,
  });
  if (error && !data) return <Typography color="error">{error.message}</Typography>;
  if (!data) return translate('galley.automation.loading');
  const { nodes, totalCount } = data.aiCalls;
  // That none was asked is said above.
  if (totalCount === 0) return null;
  return (
    <>
      <Box sx={{ overflowX: 'auto', mt: 2 }}>
        <Table size="small" aria-label={say('oneByOne')} sx={{ '& td': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              <TableCell>{say('when')}</TableCell>
              <TableCell>{say('purpose')}</TableCell>
              <TableCell>{say('model')}</TableCell>
              <TableCell align="right">{say('tokens')}</TableCell>
              <TableCell align="right">{say('cost')}</TableCell>
              <TableCell align="right">{say('latency')}</TableCell>
              <TableCell>{say('outcome')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {nodes.map((call) => (
              <CallRow key={call.id} call={call} />
            ))}
          </TableBody>
        </Table>
      </Box>
      <Paging of={say('oneByOne')} total={totalCount} offset={offset} step={atOnce} onMove={setOffset} />
    </>
  );
}

function CallRow({ call }: { call: Call }) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string) => translate(`galley.automation.details.${key}`);
  const figure = (value: number, options?: Intl.NumberFormatOptions) =>
    numberFormat(locale, options).format(value);
  const time = dateFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  const { status, fault, costUsd, isPriced, latencyMs, tokensIn, tokensOut } = call;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {time.format(new Date(call.createdAt))}
      </TableCell>
      <TableCell>{call.purpose}</TableCell>
      <TableCell>
        {call.provider}:{call.model}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {figure(tokensIn)} / {figure(tokensOut)}
      </TableCell>
      <TableCell align="right">
        {isPriced
          ? figure(costUsd, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 })
          : say('unpriced')}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {figure(latencyMs / 1_000, { style: 'unit', unit: 'second', maximumFractionDigits: 1 })}
      </TableCell>
      <TableCell sx={{ color: status === 'ACCEPTED' ? undefined : 'error.main', minWidth: 140 }}>
        {say(`outcomes.${status}`)}
        {fault && ` ${fault}`}
      </TableCell>
    </TableRow>
  );
}
