import { Box } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Page } from '../shell/Page.tsx';
import { Panel } from '../shell/Panel.tsx';
import { ActiveRuns } from './ActiveRuns.tsx';
import { FailedRuns } from './FailedRuns.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { NextRuns } from './NextRuns.tsx';
import { Reviews } from './Reviews.tsx';
import { useOverview } from './use-overview.ts';

const CreditChart = lazy(async () => ({ default: (await import('./CreditChart.tsx')).CreditChart }));

/** What all sites are at. */
export function Dashboard() {
  const translate = useTranslate();
  const say = (key: string) => translate(`galley.dashboard.${key}`);
  const { data, error } = useOverview();
  if (error && !data) return <EmptyPage title={error.message} />;
  const loading = say('loading');
  return (
    <Page title={say('title')}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <FirstSteps />
        <Panel title={say('running')}>{data ? <ActiveRuns runs={data.active} /> : loading}</Panel>
        <Panel title={say('reviews')}>{data ? <Reviews reviews={data.reviews} /> : loading}</Panel>
        <Panel title={say('failed')}>{data ? <FailedRuns runs={data.failed} /> : loading}</Panel>
        <Panel title={say('next')}>{data ? <NextRuns schedules={data.schedules} /> : loading}</Panel>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Panel title={say('credits')}>
            {/* As high as the chart, so that nothing moves when it comes. */}
            <Box sx={{ minHeight: 220 }}>
              <Suspense fallback={loading}>
                <CreditChart />
              </Suspense>
            </Box>
          </Panel>
        </Box>
      </Box>
    </Page>
  );
}
