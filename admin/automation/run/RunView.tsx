import { Alert, Box, Link as TextLink, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { resource } from '../../data/resource.ts';
import { Panel } from '../../shell/Panel.tsx';
import { StatusBadge } from '../../shell/status/StatusBadge.tsx';
import { Time } from '../../shell/Time.tsx';
import { RunCredits } from '../credits/RunCredits.tsx';
import { ActivityLog } from '../log/ActivityLog.tsx';
import { flowNodes } from '../overview/flow-nodes.ts';
import { PipelineFlow } from '../overview/PipelineFlow.tsx';
import { RunProgress } from '../overview/RunProgress.tsx';
import { StageList } from '../stages/StageList.tsx';
import { RunControls } from './RunControls.tsx';
import { RunError } from './RunError.tsx';
import type { Queue, RunFacts } from './use-run.ts';
import { useSampleNote } from './use-sample-note.ts';

interface Props {
  readonly run: RunFacts;
  /** What waits on its site now; left out where the run is one of the past. */
  readonly queues?: readonly Queue[] | undefined;
}

/** A run, at work or ended: how far it is, its stages, what happens in it and what it uses. */
export function RunView({ run, queues }: Props) {
  const translate = useTranslate();
  const sample = useSampleNote(run);
  const controls = <RunControls run={run} />;
  if (sample === undefined) {
    return (
      <Panel title={translate('galley.automation.overview')} actions={controls}>
        {translate('galley.automation.loading')}
      </Panel>
    );
  }
  return (
    <>
      <Panel title={translate('galley.automation.overview')} actions={controls}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
            <Box sx={{ minWidth: 100 }}>
              <StatusBadge kind="run" status={run.status} />
            </Box>
            <TextLink component={Link} to={`/${resource.runs}/${run.id}/show`}>
              {run.runId}
            </TextLink>
            <Typography component="span" color="textSecondary">
              {translate(`galley.automation.trigger.${run.trigger}`)} <Time at={run.startedAt} />
            </Typography>
          </Box>
          {sample && (
            <Alert severity="info" variant="outlined">
              {sample}
            </Alert>
          )}
          {queues && <PipelineFlow nodes={flowNodes(queues, run)} />}
          <RunProgress run={run} />
          <RunError run={run} />
        </Box>
      </Panel>
      <StageList run={run} queues={queues} />
      <ActivityLog key={run.id} run={run} />
      <RunCredits run={run} />
    </>
  );
}
