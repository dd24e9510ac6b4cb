import { Box, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** A list of things, one below the other; or what stands there while there are none. */
export function Rows({ empty, children }: { empty: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return <Typography color="textSecondary">{empty}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
      {children}
    </Box>
  );
}

interface RowProps {
  readonly name: string;
  readonly to: string;
  /** At the end of its first line. */
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}

/** A thing that leads to its page, with what is known of it below. */
export function Row({ name, to, end, children }: RowProps) {
  return (
    <li>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, justifyContent: 'space-between' }}>
        <TextLink component={Link} to={to} sx={{ fontWeight: 550 }}>
          {name}
        </TextLink>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {end}
        </Box>
      </Box>
      {children}
    </li>
  );
}
