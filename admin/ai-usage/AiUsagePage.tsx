import { Alert, Box, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { useWires } from '../data/wires.ts';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';
import { Panel } from '../shell/Panel.tsx';
import { useSite } from '../shell/site/use-site.ts';
import { UsageTable } from './UsageTable.tsx';
import { UsageTotals } from './UsageTotals.tsx';
import { spans, useUsageChoice, ways } from './use-usage-choice.ts';

const usageDocument = graphql(`
  query AiUsage($by: [AiUsageBy!]!, $filter: AiUsageFilter, $timeZone: String!) {
    aiUsage(by: $by, filter: $filter, timeZone: $timeZone, first: 366) {
      hasMore
      total { calls unusableCalls tokensIn tokensOut costUsd }
      rows { day stage model run { id runId } calls unusableCalls tokensIn tokensOut costUsd }
    }
  }
`);

/** What the providers of AI asked for, by what they were asked for. */
export function AiUsagePage() {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.aiUsage.${name}`);
  const { ask } = useWires();
  const { site } = useSite();
  const { by, days, isOfSite, choose } = useUsageChoice();
  const siteId = isOfSite ? site?.id : undefined;
  const { data, error } = useQuery({
    queryKey: ['aiUsage', by, days, siteId],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - days * 86_400_000).toISOString();
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return ask(usageDocument, { by: [by], filter: { from, ...(siteId && { siteId }) }, timeZone }, signal);
    },
    enabled: !isOfSite || site !== undefined,
  });
  const usage = data?.aiUsage;
  return (
    <Page title={text('title')}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          mb: 2,
          '& .MuiTextField-root': { width: 190, m: 0 },
        }}
      >
        <TextField
          select
          label={text('by')}
          value={by}
          onChange={({ target }) => choose({ by: target.value })}
        >
          {ways.map((way) => (
            <MenuItem key={way} value={way}>
              {text(`ways.${way}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={text('span')}
          value={days}
          onChange={({ target }) => choose({ days: String(target.value) })}
        >
          {spans.map((span) => (
            <MenuItem key={span} value={span}>
              {translate('galley.aiUsage.days', { smart_count: span })}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={text('of')}
          value={isOfSite ? 'site' : 'all'}
          onChange={({ target }) => choose({ of: target.value })}
        >
          <MenuItem value="all">{text('allSites')}</MenuItem>
          <MenuItem value="site">{site?.name}</MenuItem>
        </TextField>
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!usage && !error && <EmptyPage title={translate('galley.item.loading')} />}
      {usage?.total.calls === 0 && <EmptyPage title={text('none')} help={text('noneHelp')} />}
      {usage && usage.total.calls > 0 && (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <UsageTotals total={usage.total} />
          <Panel title={text(`ways.${by}`)} isPadded={false}>
            <UsageTable by={by} rows={usage.rows} />
          </Panel>
          {usage.hasMore && <Alert severity="info">{text('more')}</Alert>}
        </Box>
      )}
    </Page>
  );
}
