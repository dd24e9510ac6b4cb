import { Button } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { resource } from '../../data/resource.ts';
import type { RunFacts, StageFacts } from '../run/use-run.ts';
import { useRunActs } from '../run/use-run-acts.ts';
import { failedPath } from './result-links.ts';

interface Props {
  readonly stage: StageFacts;
  /** What one of its items is called. */
  readonly noun: string;
  readonly run: Pick<RunFacts, 'id' | 'siteId' | 'status' | 'active'>;
  /** True where it is the stage that the run is at. */
  readonly isCurrent: boolean;
  /** How many items wait for it now. */
  readonly pending: number;
  /** Opens what is known of the stage. */
  onDetails(stage: StageFacts): void;
  /** Opens what a run of it alone would cost. */
  onRunNow(stage: StageFacts): void;
}

/** What can be done with a stage as it stands. */
export function StageActions({ stage, noun, run, isCurrent, pending, onDetails, onRunNow }: Props) {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: resource.runs, action: 'edit' });
  const { act, retry, isPending } = useRunActs(run);
  const say = (key: string) => translate(`galley.automation.stage.${key}`);
  const isAtWork = run.status === 'RUNNING' && isCurrent && stage.kind !== 'GATE';
  const toFailed = stage.failed > 0 ? failedPath(noun) : undefined;
  const hasWaiting = !run.active && stage.kind !== 'GATE' && pending > 0;
  if (stage.kind === 'GATE') return <ToReview />;
  return (
    <>
      {canAccess && isAtWork && (
        <Button size="small" disabled={isPending} onClick={() => act('pause')}>
          {say('pause')}
        </Button>
      )}
      {canAccess && stage.failed > 0 && (
        <Button size="small" disabled={isPending} onClick={() => retry(stage.key)}>
          {say('retryFailed')}
        </Button>
      )}
      {toFailed && (
        <Button size="small" component={Link} to={toFailed}>
          {say('seeFailed')}
        </Button>
      )}
      {canAccess && hasWaiting && (
        <Button size="small" onClick={() => onRunNow(stage)}>
          {say('runNow')}
        </Button>
      )}
      <Button size="small" onClick={() => onDetails(stage)} aria-label={`${say('details')}: ${stage.title}`}>
        {say('details')}
      </Button>
    </>
  );
}

/** From the gate a person goes on. */
export function ToReview() {
  const translate = useTranslate();
  return (
    <Button component={Link} to="/writer/review" size="small" variant="outlined">
      {translate('galley.automation.gate.go')}
    </Button>
  );
}
