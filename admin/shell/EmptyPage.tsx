import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** A page with nothing on it yet: says why, and what can be done. */
export function EmptyPage({ title, help, children }: { title: string; help?: string; children?: ReactNode }) {
  return (
    <Box
      sx={{
        maxWidth: 460,
        mx: 'auto',
        mt: '14vh',
        px: 2,
        pb: 4,
        textAlign: 'center',
        display: 'grid',
        gap: 1.5,
        justifyItems: 'center',
      }}
    >
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      {help && <Typography color="textSecondary">{help}</Typography>}
      {children && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'center' }}>{children}</Box>
      )}
    </Box>
  );
}
