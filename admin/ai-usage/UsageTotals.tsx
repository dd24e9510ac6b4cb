import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { AiUsageQuery } from '../data/gql/graphql.ts';
import { numberFormat } from '../shell/formats.ts';
import { Panel } from '../shell/Panel.tsx';
import { usd } from './usd.ts';

/** All of it together. */
export function UsageTotals({ total }: { total: AiUsageQuery['aiUsage']['total'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const figures = {
    cost: usd(locale, total.costUsd),
    calls: numberFormat(locale).format(total.calls),
    unusable: numberFormat(locale).format(total.unusableCalls),
    tokens: numberFormat(locale, { notation: 'compact' }).format(total.tokensIn + total.tokensOut),
  };
  return (
    <Panel title={translate('galley.aiUsage.total')}>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 5, m: 0 }}>
        {Object.entries(figures).map(([name, figure]) => (
          <Box
            key={name}
            sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}
          >
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {translate(`galley.aiUsage.figures.${name}`)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.3 }}>
              {figure}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
