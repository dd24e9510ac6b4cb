import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useCreatePath, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { ClusterQuery } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { ClusterChoice, type ClusterOption } from '../shell/clusters/ClusterChoice.tsx';
import { useMerge } from './use-merge.ts';

/** Puts this cluster into another, and goes there. */
export function MergeIntoButton({ cluster }: { cluster: Pick<ClusterQuery['cluster'], 'id' | 'siteId'> }) {
  const { id, siteId } = cluster;
  const translate = useTranslate();
  const merge = useMerge();
  const navigate = useNavigate();
  const createPath = useCreatePath();
  const [isOpen, setIsOpen] = useState(false);
  const [into, setInto] = useState<ClusterOption | null>(null);
  const close = () => setIsOpen(false);
  const onMerge = async () => {
    if (!into || !(await merge(into.id, [id]))) return;
    navigate(createPath({ resource: resource.clusters, id: into.id, type: 'show' }));
  };
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {translate('galley.clusters.merge.openInto')}
      </Button>
      <Dialog open={isOpen} onClose={close} fullWidth maxWidth="xs" aria-labelledby="merge-into-title">
        <DialogTitle id="merge-into-title">{translate('galley.clusters.merge.titleInto')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{translate('galley.clusters.merge.help')}</DialogContentText>
          <ClusterChoice
            siteId={siteId}
            label={translate('galley.clusters.merge.into')}
            value={into}
            without={[id]}
            onChange={setInto}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <Button variant="contained" disabled={!into} onClick={onMerge}>
            {translate('galley.clusters.merge.action')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
