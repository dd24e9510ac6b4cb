import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { ClusterRowFragment } from '../data/gql/graphql.ts';
import { useChosen } from '../shell/list/chosen.tsx';
import { useMerge } from './use-merge.ts';

/** Makes the chosen clusters one; which of them stays is chosen first. */
export function MergeButton() {
  const translate = useTranslate();
  const { data = [] } = useListContext<ClusterRowFragment>();
  const { ids, isAll, clear } = useChosen();
  const merge = useMerge();
  const chosen = data.filter(({ id }) => ids.includes(id));
  const [into, setInto] = useState<string | null>(null);
  if (isAll || chosen.length < 2 || chosen.length !== ids.length) return null;
  const close = () => setInto(null);
  const onMerge = async () => {
    if (into === null) return;
    const isDone = await merge(
      into,
      ids.filter((id) => id !== into),
    );
    if (!isDone) return;
    close();
    clear();
  };
  return (
    <>
      <Button size="small" onClick={() => setInto(chosen[0]?.id ?? null)}>
        {translate('galley.clusters.merge.open')}
      </Button>
      <Dialog open={into !== null} onClose={close} fullWidth maxWidth="xs" aria-labelledby="merge-title">
        <DialogTitle id="merge-title">
          {translate('galley.clusters.merge.title', { smart_count: chosen.length })}
        </DialogTitle>
        <DialogContent>
          <DialogContentText>{translate('galley.clusters.merge.help')}</DialogContentText>
          <RadioGroup
            aria-label={translate('galley.clusters.merge.into')}
            value={into ?? ''}
            onChange={(_, id) => setInto(id)}
            sx={{ mt: 1 }}
          >
            {chosen.map(({ id, name, keywordCount }) => (
              <FormControlLabel
                key={id}
                value={id}
                control={<Radio size="small" />}
                label={translate('galley.clusters.merge.one', { name, smart_count: keywordCount })}
              />
            ))}
          </RadioGroup>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <Button variant="contained" onClick={onMerge}>
            {translate('galley.clusters.merge.action')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
