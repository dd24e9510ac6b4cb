import { Box, Paper, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

export interface PanelProps {
  readonly title: string;
  /** At the end of its first line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** False: what is inside goes to the edges. */
  readonly isPadded?: boolean;
}

/** A part of a page under its own heading. */
export function Panel({ title, actions, children, isPadded = true }: PanelProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          px: 2,
          pt: 1.5,
          pb: isPadded ? 1 : 1.5,
          // Also while there is nothing to be done: what is below stays where it is.
          ...(actions !== undefined && { minHeight: isPadded ? 56 : 60 }),
          ...(!isPadded && { borderBottom: 1, borderColor: 'divider' }),
        }}
      >
        <Typography id={id} component="h2" variant="h2" sx={{ flex: 1, minWidth: 'fit-content' }}>
          {title}
        </Typography>
        {actions}
      </Box>
      <Box sx={isPadded ? { px: 2, pb: 2 } : {}}>{children}</Box>
    </Paper>
  );
}
