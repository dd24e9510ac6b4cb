import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Choice } from '../../data/resource-data.ts';
import { ClusterChoice, type ClusterOption } from './ClusterChoice.tsx';
import { useMove } from './use-move.ts';

interface MoveDialogProps {
  readonly choice: Choice;
  readonly count: number;
  /** The cluster that they are in. */
  readonly from?: string;
  onClose(isDone: boolean): void;
}

/** Into which cluster keywords go: one that is there, a new one, or none. */
export function MoveDialog({ choice, count, from, onClose }: MoveDialogProps) {
  const translate = useTranslate();
  const move = useMove();
  const [cluster, setCluster] = useState<ClusterOption | null>(null);
  const [name, setName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const { siteId, ids } = choice;
  const act = async (done: Promise<boolean>) => {
    setIsBusy(true);
    const isDone = await done;
    setIsBusy(false);
    if (isDone) onClose(true);
  };
  const isNew = name.trim() !== '';
  return (
    <Dialog open onClose={() => onClose(false)} fullWidth maxWidth="xs" aria-labelledby="move-title">
      <DialogTitle id="move-title">{translate('galley.move.title', { smart_count: count })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <ClusterChoice
          siteId={siteId}
          label={translate('galley.move.into')}
          value={cluster}
          without={from ? [from] : []}
          onChange={setCluster}
        />
        {ids && (
          <TextField
            label={translate('galley.move.newName')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button disabled={isBusy} sx={{ mr: 'auto' }} onClick={() => act(move.into(choice, null))}>
          {translate('galley.move.out')}
        </Button>
        <Button onClick={() => onClose(false)}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={isBusy || (!cluster && !isNew)}
          onClick={() =>
            act(
              isNew && ids ? move.intoNew(siteId, ids, name.trim()) : move.into(choice, cluster?.id ?? null),
            )
          }
        >
          {translate('galley.move.action')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
