import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useActivity } from '../data/live/use-activity.ts';
import { useCurrentRun } from '../data/live/use-current-run.ts';
import { useQueues } from '../data/live/use-queues.ts';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';
import { WithSite } from '../shell/site/WithSite.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';
import { Time } from '../shell/Time.tsx';

export function AutomationPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.automation.title')}>
      <WithSite>
        {({ id }) => (
          <>
            <Queues siteId={id} />
            <LatestRun siteId={id} />
          </>
        )}
      </WithSite>
    </Page>
  );
}

function Queues({ siteId }: { siteId: string }) {
  const queues = useQueues(siteId) ?? [];
  return (
    <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, listStyle: 'none', p: 0, m: 0 }}>
      {queues.map(({ key, title, pending }) => (
        <li key={key}>
          <Typography variant="h2" component="span">
            {pending}
          </Typography>{' '}
          {title}
        </li>
      ))}
    </Box>
  );
}

function LatestRun({ siteId }: { siteId: string }) {
  const translate = useTranslate();
  const run = useCurrentRun(siteId);
  if (run === null) return <EmptyPage title={translate('galley.automation.none')} />;
  if (!run) return null;
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {run.runId} <StatusBadge kind="run" status={run.status} />
      </Typography>
      <Log runId={run.id} />
    </>
  );
}

function Log({ runId }: { runId: string }) {
  const rows = useActivity(runId) ?? [];
  return (
    <ol>
      {rows.map(({ seq, at, level, message }) => (
        <li key={seq}>
          <Time at={at} /> <StatusBadge kind="level" status={level} /> {message}
        </li>
      ))}
    </ol>
  );
}
