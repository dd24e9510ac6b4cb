import { Box } from '@mui/material';
import { useEffect, useState } from 'react';
import type { ActivityRow } from './log-rows.ts';

/** Milliseconds between what is read out: a thousand rows a second are no news. */
const everyMs = 3_000;

/** For those who hear the page: the latest row that is more than information. */
export function LogNews({ rows }: { rows: readonly ActivityRow[] }) {
  const [told, setTold] = useState('');
  const [first] = useState(() => rows.at(-1)?.seq ?? 0);
  const latest = rows.findLast(({ level, seq }) => level !== 'INFO' && seq > first)?.message ?? '';
  useEffect(() => {
    const timer = setTimeout(() => setTold(latest), everyMs);
    return () => clearTimeout(timer);
  }, [latest]);
  return (
    <Box
      role="status"
      sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
    >
      {told}
    </Box>
  );
}
