import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useCredits } from '../data/live/use-credits.ts';
import { resource } from '../data/resource.ts';

/** What may be spent, as it is now. */
export function CreditsNote() {
  const translate = useTranslate();
  const account = useCredits();
  if (!account) return null;
  return (
    <Tooltip describeChild title={translate('galley.credits.held', { credits: account.held })}>
      <Box
        component={Link}
        to={`/${resource.creditEntries}`}
        sx={{
          color: 'text.secondary',
          textDecoration: 'none',
          whiteSpace: 'nowrap',
          display: { xs: 'none', sm: 'block' },
          '&:hover': { color: 'text.primary' },
        }}
      >
        {translate('galley.credits.available', { credits: account.available })}
      </Box>
    </Tooltip>
  );
}
