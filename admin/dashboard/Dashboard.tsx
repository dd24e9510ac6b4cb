import { Box, Typography } from '@mui/material';
import { Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { lazyPart } from '../shell/lazy/lazy-part.tsx';
import { useOverview } from '../shell/overview/use-overview.ts';
import { Page } from '../shell/Page.tsx';
import { Panel } from '../shell/Panel.tsx';
import { UnreadPage } from '../shell/UnreadPage.tsx';
import { ActiveRuns } from './ActiveRuns.tsx';
import { FailedRuns } from './FailedRuns.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { NextRuns } from './NextRuns.tsx';
import { Reviews } from './Reviews.tsx';
import { useFirstSteps } from './use-first-steps.ts';

const CreditChart = lazyPart(() => import('./CreditChart.tsx').then((part) => part.CreditChart));

/** What all sites are at. */
export function Dashboard() {
  const translate = useTranslate();
  const say = (key: string) => translate(`galley.dashboard.${key}`);
  const { data, error } = useOverview();
  const first = useFirstSteps();
  if (error && !data) {
    return (
      <Page title={say('title')}>
        <UnreadPage error={error} />
      </Page>
    );
  }
  // All at once: what comes first is not pushed down by what comes above it.
  if (!data || first.isPending) {
    return (
      <Page title={say('title')}>
        <Typography color="textSecondary">{say('loading')}</Typography>
      </Page>
    );
  }
  return (
    <Page title={say('title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {first.taken !== undefined && <FirstSteps taken={first.taken} />}
        {/* A column each: a long list leaves no hole beside it. */}
        <Box sx={columnsLook}>
          <Box sx={columnLook}>
            <Panel title={say('running')}>
              <ActiveRuns runs={data.active} />
            </Panel>
            <Panel title={say('failed')}>
              <FailedRuns runs={data.failed} />
            </Panel>
          </Box>
          <Box sx={columnLook}>
            <Panel title={say('reviews')}>
              <Reviews reviews={data.reviews} />
            </Panel>
            <Panel title={say('next')}>
              <NextRuns schedules={data.schedules} />
            </Panel>
          </Box>
        </Box>
        <Panel title={say('credits')}>
          {/* As high as the chart, so that nothing moves when it comes. */}
          <Box sx={{ minHeight: 220 }}>
            <Suspense fallback={say('loading')}>
              <CreditChart />
            </Suspense>
          </Box>
        </Panel>
      </Box>
    </Page>
  );
}

const columnLook = { display: 'grid', gap: 2, minWidth: 0 };
const columnsLook = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
  alignItems: 'start',
};
