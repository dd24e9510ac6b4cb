import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Page } from '../../shell/Page.tsx';
import { Panel } from '../../shell/Panel.tsx';
import { useSiteInAddress } from '../../shell/site/use-site-in-address.ts';
import { UnreadPage } from '../../shell/UnreadPage.tsx';
import { AutomationTabs } from '../AutomationTabs.tsx';
import { RunView } from '../run/RunView.tsx';
import { useRun } from '../run/use-run.ts';
import { RunTimeline } from './RunTimeline.tsx';

/** A run's page, live or of the past. It is about the run's site, whichever was chosen: so is what it leads to. */
export function RunShow() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { run, error } = useRun(id);
  useSiteInAddress(run?.siteId);
  return (
    <Page title={run?.runId ?? translate('galley.automation.run')}>
      <AutomationTabs at="history" />
      {error && !run && <UnreadPage error={error} />}
      {!run && !error && translate('galley.automation.loading')}
      {run && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Panel title={translate('galley.runs.timeline')}>
            <RunTimeline run={run} />
          </Panel>
          <RunView run={run} />
        </Box>
      )}
    </Page>
  );
}
