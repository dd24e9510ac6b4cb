import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Paper } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useChosen } from './chosen.tsx';

/** What can be done to the rows that are chosen. It stays in sight while one goes through them. */
export function BulkBar({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const { total = 0, data = [] } = useListContext();
  const { count, isAll, ids, chooseAll, clear } = useChosen();
  if (count === 0) return null;
  const hasMore = !isAll && total > ids.length && data.every(({ id }) => ids.includes(String(id)));
  return (
    <Paper
      component="section"
      aria-label={translate('galley.lists.chosen.label')}
      elevation={8}
      sx={{
        position: 'sticky',
        bottom: 12,
        zIndex: 2,
        m: 1,
        p: 1,
        pl: 2,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        border: 1,
        borderColor: 'primary.main',
      }}
    >
      <Box component="strong" role="status" sx={{ fontWeight: 600 }}>
        {translate(isAll ? 'galley.lists.chosen.all' : 'galley.lists.chosen.some', { smart_count: count })}
      </Box>
      <IconButton size="small" onClick={clear} aria-label={translate('galley.lists.chosen.clear')}>
        <CloseIcon fontSize="small" />
      </IconButton>
      {hasMore && (
        <Button size="small" onClick={chooseAll}>
          {translate('galley.lists.chosen.chooseAll', { smart_count: total })}
        </Button>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: 'auto' }}>{children}</Box>
    </Paper>
  );
}
