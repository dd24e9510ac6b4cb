import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRetry } from '../run/use-start-stage.ts';
import { useSite } from '../site/use-site.ts';
import type { StatusKind } from '../status/looks.ts';
import { StatusBadge } from '../status/StatusBadge.tsx';
import { useChange } from '../use-change.ts';
import { useRight } from '../use-right.ts';

export interface Stateful {
  readonly id: string;
  readonly status: string;
  readonly disabled: boolean;
  readonly failure?: { readonly message: string; readonly stage: string } | null;
}

/** How far an item has come, or what keeps it where it is and what can be done about that. */
export function ItemState({ kind, item }: { kind: StatusKind; item: Stateful }) {
  const { failure, disabled } = item;
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start' }}>
      {!failure && !disabled && <StatusBadge kind={kind} status={item.status} />}
      {failure && <StatusBadge kind="item" status="FAILED" />}
      {failure && (
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary', minWidth: 160, maxWidth: 320 }}>
          {failure.message}
        </Box>
      )}
      {disabled && <StatusBadge kind="item" status="DISABLED" />}
      {failure && !disabled && <RetryButton id={item.id} stage={failure.stage} />}
      {disabled && <EnableButton item={item} />}
    </Box>
  );
}

const small = { minHeight: 24, minWidth: 0, py: 0, px: 0.75, ml: -0.75 };

function RetryButton({ id, stage }: { id: string; stage: string }) {
  const translate = useTranslate();
  const retry = useRetry();
  const { site } = useSite();
  const canRun = useRight('RUN');
  const [isBusy, setIsBusy] = useState(false);
  if (!canRun || !site) return null;
  const onClick = async () => {
    setIsBusy(true);
    await retry({ siteId: site.id, stage, ids: [id] });
    setIsBusy(false);
  };
  return (
    <Button size="small" sx={small} disabled={isBusy} onClick={onClick}>
      {translate('galley.lists.retry.action')}
    </Button>
  );
}

function EnableButton({ item }: { item: Stateful }) {
  const translate = useTranslate();
  const { change, isPending } = useChange();
  const canWrite = useRight('WRITE');
  if (!canWrite) return null;
  return (
    <Button size="small" sx={small} disabled={isPending} onClick={() => change(item, { disabled: false })}>
      {translate('galley.lists.enable')}
    </Button>
  );
}
