import CancelIcon from '@mui/icons-material/CancelOutlined';
import PauseIcon from '@mui/icons-material/PauseOutlined';
import ResumeIcon from '@mui/icons-material/PlayArrowOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useCanAccess, useTranslate } from 'react-admin';
import { resource } from '../../data/resource.ts';
import type { RunFacts } from './use-run.ts';
import { useRunActs } from './use-run-acts.ts';

const nextOf: Readonly<Partial<Record<RunFacts['status'], 'pause' | 'resume'>>> = {
  RUNNING: 'pause',
  PAUSED: 'resume',
  FAILED: 'resume',
};

/** What can be done to the run as it stands. */
export function RunControls({ run }: { run: RunFacts }) {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: resource.runs, action: 'edit' });
  const { act, isPending } = useRunActs(run);
  const [isAsking, setIsAsking] = useState(false);
  const { status, active, pause } = run;
  if (!canAccess) return null;
  const next = nextOf[status];
  return (
    <>
      {active && pause?.reason === 'credits' && (
        // Else it goes on by itself as soon as there are enough. First: when it goes, no other comes under the pointer.
        <Button
          startIcon={<PauseIcon />}
          variant="outlined"
          disabled={isPending}
          onClick={() => act('pause')}
        >
          {translate('galley.automation.controls.keepPaused')}
        </Button>
      )}
      {next && (
        // One button, so that whoever has pressed it is still at it.
        <Button
          startIcon={next === 'pause' ? <PauseIcon /> : <ResumeIcon />}
          variant={next === 'pause' ? 'outlined' : 'contained'}
          disabled={isPending}
          onClick={() => act(next)}
        >
          {translate(`galley.automation.controls.${next}`)}
        </Button>
      )}
      {active && (
        <Button
          startIcon={<CancelIcon />}
          color="error"
          disabled={isPending}
          onClick={() => setIsAsking(true)}
        >
          {translate('galley.automation.controls.cancel')}
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title="galley.automation.controls.cancelTitle"
        content="galley.automation.controls.cancelHelp"
        confirm="galley.automation.controls.cancelYes"
        cancel="galley.automation.controls.cancelNo"
        confirmColor="warning"
        onConfirm={() => {
          setIsAsking(false);
          act('cancel');
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
