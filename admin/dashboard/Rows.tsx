import { Box, Button, Link as TextLink, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';

/** So many leave the other lists in sight. */
const fewRows = 6;

/** A list of things, one below the other, of many the first few; or what stands there while there are none. */
export function Rows({ empty, children }: { empty: string; children: readonly ReactNode[] }) {
  const translate = useTranslate();
  const [areAllShown, setAreAllShown] = useState(false);
  if (children.length === 0) return <Typography color="textSecondary">{empty}</Typography>;
  const shown = areAllShown ? children : children.slice(0, fewRows);
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
        {shown}
      </Box>
      {children.length > fewRows && (
        <Button
          onClick={() => setAreAllShown(!areAllShown)}
          aria-expanded={areAllShown}
          sx={{ mt: 1, ml: -1 }}
        >
          {translate(areAllShown ? 'galley.dashboard.few' : 'galley.dashboard.all', {
            count: children.length,
          })}
        </Button>
      )}
    </>
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
