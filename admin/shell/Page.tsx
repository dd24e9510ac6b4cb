import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';

/** A page that is no list or form of a resource, under its title. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ pt: 2 }}>
      <Title title={title} />
      {children}
    </Box>
  );
}
