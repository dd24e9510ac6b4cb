import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { paceBeside } from '../data/live/pace.ts';
import { useCurrentRun } from '../data/live/use-current-run.ts';
import { useQueues } from '../data/live/use-queues.ts';
import { Page } from '../shell/Page.tsx';
import { Panel } from '../shell/Panel.tsx';
import type { Site } from '../shell/site/use-site.ts';
import { WithSite } from '../shell/site/WithSite.tsx';
import { UnreadPage } from '../shell/UnreadPage.tsx';
import { AutomationTabs } from './AutomationTabs.tsx';
import { flowNodes } from './overview/flow-nodes.ts';
import { PipelineFlow } from './overview/PipelineFlow.tsx';
import { RunView } from './run/RunView.tsx';
import { SchedulePanel } from './schedule/SchedulePanel.tsx';

export function AutomationPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.automation.title')}>
      <WithSite>{(site) => <Pipeline key={site.id} site={site} />}</WithSite>
    </Page>
  );
}

/** A site's whole pipeline as it is now. */
function Pipeline({ site }: { site: Site }) {
  const translate = useTranslate();
  const { run, readAt, error } = useCurrentRun(site.id);
  const { queues, error: queuesError } = useQueues(site.id, paceBeside(run?.status, readAt));
  if (error && run === undefined) return <UnreadPage error={error} />;
  // Both at once: neither is pushed down by the other.
  const isKnown = run !== undefined && (queues !== undefined || queuesError !== null);
  return (
    <>
      <AutomationTabs at="now" />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <SchedulePanel site={site} run={run} />
        {!isKnown && (
          <Panel title={translate('galley.automation.overview')}>
            {translate('galley.automation.loading')}
          </Panel>
        )}
        {isKnown && run === null && (
          <Panel title={translate('galley.automation.overview')}>
            {queues && <PipelineFlow nodes={flowNodes(queues, run)} />}
            <p>{translate('galley.automation.noRun')}</p>
          </Panel>
        )}
        {isKnown && run && <RunView run={run} queues={queues} />}
      </Box>
    </>
  );
}
