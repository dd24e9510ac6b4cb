import { Box, Button, LinearProgress, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ExportProgress } from './exports.tsx';

/** How far the files are that are being made. */
export function ExportNote({ running }: { running: readonly ExportProgress[] }) {
  const translate = useTranslate();
  return (
    <Paper
      component="aside"
      elevation={8}
      aria-label={translate('galley.lists.export.label')}
      sx={{
        position: 'fixed',
        right: 16,
        bottom: 16,
        zIndex: 1_200,
        p: 1.5,
        width: 'min(340px, calc(100vw - 32px))',
      }}
    >
      {running.map(({ id, name, done, total, cancel }) => (
        <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: 1 }}>
            {total === undefined
              ? translate('galley.lists.export.begun', { name })
              : translate('galley.lists.export.done', { name, done, total })}
          </Box>
          <Button size="small" onClick={cancel}>
            {translate('ra.action.cancel')}
          </Button>
          <LinearProgress
            aria-label={name}
            variant="determinate"
            value={total ? (100 * done) / total : 0}
            sx={{ width: '100%' }}
          />
        </Box>
      ))}
    </Paper>
  );
}
