import { Alert, AlertTitle } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { RunFacts } from './use-run.ts';

/** Why a run has failed, and what to do. */
export function RunError({ run }: { run: RunFacts }) {
  const translate = useTranslate();
  const { error, status, stages } = run;
  if (!error || status !== 'FAILED') return null;
  const stage = stages.find(({ key }) => key === error.stage);
  const code = translate(`galley.automation.whatToDo.${error.code}`, {
    _: translate('galley.automation.whatToDo.other'),
  });
  return (
    <Alert severity="error" variant="outlined">
      <AlertTitle>
        {stage
          ? translate('galley.automation.failedAt', { number: stage.number, title: stage.title })
          : translate('galley.automation.failed')}
      </AlertTitle>
      {error.message} {code}
    </Alert>
  );
}
