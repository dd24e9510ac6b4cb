import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import RunIcon from '@mui/icons-material/PlayArrowOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { useStartStage } from '../run/use-start-stage.ts';
import { useRight } from '../use-right.ts';
import { mostIds, useChosen } from './chosen.tsx';
import { useBulk } from './use-bulk.ts';

/** Runs a stage of the pipeline over what is chosen. `label` says what that does to it. */
export function RunStageButton({ stage, label }: { stage: string; label: string }) {
  const translate = useTranslate();
  const start = useStartStage();
  const chosen = useChosen();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const canRun = useRight('RUN');
  if (!canRun) return null;
  const run = async () => {
    setIsAsking(false);
    setIsBusy(true);
    const ids = await chosen.loadIds();
    const isStarted = await start({ siteId: chosen.siteId, stage, ids });
    setIsBusy(false);
    if (isStarted) chosen.clear();
  };
  const count = Math.min(chosen.count, mostIds);
  const action = translate(label);
  return (
    <>
      <Button
        variant="contained"
        size="small"
        startIcon={<RunIcon />}
        disabled={isBusy}
        onClick={chosen.isAll ? () => setIsAsking(true) : run}
      >
        {isBusy ? translate('galley.lists.run.starting') : action}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={translate('galley.lists.run.ask', { action, smart_count: count })}
        content={translate(`galley.lists.run.${chosen.count > mostIds ? 'askFirst' : 'askAll'}`, { count })}
        confirm={action}
        onConfirm={run}
        onClose={() => setIsAsking(false)}
      />
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
