import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { useCredits } from '../data/live/use-credits.ts';
import { numberFormat } from '../shell/formats.ts';
import { Panel } from '../shell/Panel.tsx';

/** What may be spent, and what runs have set aside and used: as it is now. */
export function Balance() {
  const translate = useTranslate();
  const format = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  const account = useCredits();
  return (
    <Panel title={translate('galley.creditPages.title')}>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 5, m: 0 }}>
        {(['available', 'held', 'used'] as const).map((name) => (
          <Box
            key={name}
            sx={{
              display: 'flex',
              flexDirection: 'column-reverse',
              justifyContent: 'flex-end',
              maxWidth: 260,
            }}
          >
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {translate(`galley.creditPages.${name}Now`)}
            </Box>
            <Box component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.3 }}>
              {account ? format.format(account[name]) : '–'}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
