import SyncIcon from '@mui/icons-material/SyncOutlined';
import PollingIcon from '@mui/icons-material/SyncProblemOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useConnection } from '../data/live/use-live.ts';

/** Says so where what is shown may not be what is. */
export function ConnectionNote() {
  const translate = useTranslate();
  const connection = useConnection();
  const isLost = connection === 'lost';
  const isShown = isLost || connection === 'blocked';
  const Icon = isLost ? SyncIcon : PollingIcon;
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'warning.main' }}>
      {isShown && <Icon aria-hidden sx={{ fontSize: 18 }} />}
      {isShown && translate(`galley.live.${connection}`)}
    </Box>
  );
}
