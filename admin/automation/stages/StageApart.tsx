import ApartIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import { Button, Typography } from '@mui/material';
import { useCanAccess, useTranslate } from 'ra-core';
import { resource } from '../../data/resource.ts';
import { useFigure } from '../../shell/formats.ts';
import type { StageKnown } from '../run/use-run.ts';
import { ToReview } from './StageActions.tsx';
import { StageFrame } from './StageFrame.tsx';

interface Props {
  readonly stage: StageKnown;
  /** How many items wait for it now. */
  readonly pending: number;
  /** True while a run is at work: none can be started beside it. */
  readonly isRunning: boolean;
  /** Opens what a run of it alone would cost. */
  onRunNow(stage: StageKnown): void;
}

const look = { icon: ApartIcon, tone: 'text.secondary' };

/** A stage that the site's last run had no part of, as that was of other stages alone; here one goes on from it. */
export function StageApart({ stage, pending, isRunning, onRunNow }: Props) {
  const translate = useTranslate();
  const figure = useFigure();
  const { canAccess } = useCanAccess({ resource: resource.runs, action: 'edit' });
  const waiting = `${figure(pending)} ${pending === 1 ? stage.itemNoun : stage.itemsNoun}`;
  return (
    <StageFrame
      stage={stage}
      state="apart"
      look={look}
      lines={
        <>
          <Typography component="p" color="textSecondary" sx={{ fontWeight: 550 }}>
            {translate('galley.automation.state.apart')}
          </Typography>
          {pending > 0 && (
            <Typography component="p" color="textSecondary">
              {translate('galley.automation.stage.waiting', { what: waiting })}
            </Typography>
          )}
        </>
      }
      actions={
        stage.kind === 'GATE' ? (
          <ToReview />
        ) : (
          canAccess &&
          !isRunning &&
          pending > 0 && (
            <Button size="small" onClick={() => onRunNow(stage)}>
              {translate('galley.automation.stage.runNow')}
            </Button>
          )
        )
      }
    />
  );
}
