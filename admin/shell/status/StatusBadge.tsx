import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type Look, looks, type StatusKind } from './looks.ts';

/** A status by its colour, its sign and its word. `kind` says of what it is one. */
export function StatusBadge({ kind, status }: { kind: StatusKind; status: string | null | undefined }) {
  const translate = useTranslate();
  if (!status) return null;
  const { icon: Icon, tone }: Look = looks[kind][status] ?? looks.unknown;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        verticalAlign: 'middle',
        alignItems: 'center',
        gap: 0.75,
        whiteSpace: 'nowrap',
        color: tone,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      <span>{translate(`galley.status.${kind}.${status}`, { _: status })}</span>
    </Box>
  );
}
