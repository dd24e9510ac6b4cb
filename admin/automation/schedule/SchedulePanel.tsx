import { Box, Button } from '@mui/material';
import { Suspense, useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { resource } from '../../data/resource.ts';
import { lazyPart } from '../../shell/lazy/lazy-part.tsx';
import { Panel } from '../../shell/Panel.tsx';
import type { Site } from '../../shell/site/use-site.ts';
import type { RunFacts } from '../run/use-run.ts';
import { NextRun } from './NextRun.tsx';
import { RunNowDialog } from './RunNowDialog.tsx';
import { ScheduleInputs } from './ScheduleInputs.tsx';
import { isMade, useSchedule, useScheduleChange } from './use-schedule.ts';

/** All fields of a configuration are more than the rest of the page: they come where they are opened. */
const ConfigureDialog = lazyPart(() => import('./ConfigureDialog.tsx').then((part) => part.ConfigureDialog));

/** When the site's runs start by themselves, and the way to start one now. */
export function SchedulePanel({ site, run }: { site: Site; run: RunFacts | null | undefined }) {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: resource.runs, action: 'edit' });
  const { data, error } = useSchedule(site.id, run?.id);
  const { mutate: change, isPending } = useScheduleChange(site.id);
  const [open, setOpen] = useState<'run' | 'configure'>();
  const say = (key: string) => translate(`galley.automation.schedule.${key}`);
  const config = data?.automationConfig;
  const isOn = config?.schedule.enabled === true;
  return (
    <Panel title={say('title')}>
      {error && !config && error.message}
      <Box sx={{ display: 'grid', gap: 1.5, minHeight: 132, alignContent: 'start' }}>
        {config ? (
          <>
            <NextRun site={site} schedule={config.schedule} upcoming={data.nextOccurrences} />
            {isMade(config.schedule) && (
              <ScheduleInputs
                schedule={config.schedule}
                zone={config.schedule.timeZone ?? site.timeZone}
                isDisabled={!canAccess || isPending}
                onChange={change}
              />
            )}
          </>
        ) : (
          !error && translate('galley.automation.loading')
        )}
        {canAccess && config && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button variant="contained" onClick={() => setOpen('run')}>
              {say('runNow')}
            </Button>
            {isMade(config.schedule) && (
              <Button variant="outlined" disabled={isPending} onClick={() => change({ enabled: !isOn })}>
                {say(isOn ? 'pause' : 'resume')}
              </Button>
            )}
            <Button onClick={() => setOpen('configure')}>{say('configure')}</Button>
          </Box>
        )}
      </Box>
      {open === 'run' && <RunNowDialog siteId={site.id} run={run} onClose={() => setOpen(undefined)} />}
      {open === 'configure' && config && (
        <Suspense>
          <ConfigureDialog site={site} config={config} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </Panel>
  );
}
