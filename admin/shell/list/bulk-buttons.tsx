import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import RunIcon from '@mui/icons-material/PlayArrowOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useResourceContext, useTranslate } from 'react-admin';
import type { StageItemFilter } from '../../data/gql/graphql.ts';
import { resource } from '../../data/resource.ts';
import { StageDialog } from '../run/StageDialog.tsx';
import { useStartStage } from '../run/use-start-stage.ts';
import { useRight } from '../use-right.ts';
import { useChosen } from './chosen.tsx';
import { useBulk } from './use-bulk.ts';

/** Of which kind a list's filter is, by the resource. */
const filterKinds: Readonly<Record<string, keyof StageItemFilter>> = {
  [resource.keywords]: 'keywords',
  [resource.clusters]: 'clusters',
  [resource.ideas]: 'ideas',
  [resource.tasks]: 'tasks',
  [resource.contents]: 'contents',
  [resource.images]: 'images',
};

/** Runs a stage of the pipeline over what is chosen, once its estimate is agreed to. `label` says what that does. */
export function RunStageButton({ stage, label }: { stage: string; label: string }) {
  const translate = useTranslate();
  const { meta, ids, count, clear } = useChosen();
  const kind = filterKinds[useResourceContext() ?? ''];
  const [isAsking, setIsAsking] = useState(false);
  const canRun = useRight('RUN');
  const start = useStartStage();
  if (!canRun) return null;
  const { siteId, filter } = meta;
  const items = filter && kind ? { filter: { [kind]: filter } } : { ids: [...ids] };
  const onClose = (isStarted: boolean) => {
    setIsAsking(false);
    if (isStarted) clear();
  };
  return (
    <>
      <Button variant="contained" size="small" startIcon={<RunIcon />} onClick={() => setIsAsking(true)}>
        {translate(label)}
      </Button>
      {isAsking && (
        <StageDialog
          items={{ siteId, stage, ...items }}
          count={count}
          action={translate(label)}
          start={start}
          onClose={onClose}
        />
      )}
    </>
  );
}

/** Keeps what is chosen out of runs, or lets it in again. */
export function AbleButtons() {
  const translate = useTranslate();
  const bulk = useBulk();
  return (
    <>
      <Button size="small" onClick={() => bulk('updateMany', { disabled: true })}>
        {translate('galley.lists.disable')}
      </Button>
      <Button size="small" onClick={() => bulk('updateMany', { disabled: false })}>
        {translate('galley.lists.enable')}
      </Button>
    </>
  );
}

/** `what` becomes of what depends on it is said before. */
export function DeleteButton({ what, label = 'ra.action.delete' }: { what: string; label?: string }) {
  const translate = useTranslate();
  const bulk = useBulk();
  const { count } = useChosen();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" color="error" startIcon={<DeleteIcon />} onClick={() => setIsAsking(true)}>
        {translate(label)}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={translate('galley.lists.delete.title', { action: translate(label), smart_count: count })}
        content={translate(what)}
        confirm={translate(label)}
        confirmColor="warning"
        onConfirm={() => {
          setIsAsking(false);
          void bulk('deleteMany');
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
