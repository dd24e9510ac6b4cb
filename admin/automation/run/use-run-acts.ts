import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { currentRunKey, takeRun } from '../../data/live/use-current-run.ts';
import { newKey } from '../../data/new-key.ts';
import { useWires } from '../../data/wires.ts';
import { cancelRunDocument, pauseRunDocument, resumeRunDocument, retryFailedDocument } from './data.ts';
import type { RunFacts } from './use-run.ts';

export type RunAct = 'pause' | 'resume' | 'cancel';

/** What a person does to a run. What is refused is told in the API's words; the run as it then is comes back at once. */
export function useRunActs(run: Pick<RunFacts, 'id' | 'siteId'>) {
  const { ask } = useWires();
  const cache = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const input = { runId: run.id };
  const { mutate: act, isPending } = useMutation({
    mutationFn: async (what: RunAct): Promise<RunFacts> => {
      if (what === 'pause') return (await ask(pauseRunDocument, { input })).pauseRun.run;
      if (what === 'resume') return (await ask(resumeRunDocument, { input })).resumeRun.run;
      return (await ask(cancelRunDocument, { input })).cancelRun.run;
    },
    onSuccess: (changed) => {
      takeRun(cache, changed);
      void cache.invalidateQueries({ queryKey: ['run', run.id] });
    },
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  const { mutate: retry, isPending: isRetrying } = useMutation({
    mutationFn: async (stage: string) => {
      const request = { siteId: run.siteId, stage, idempotencyKey: newKey() };
      return (await ask(retryFailedDocument, { input: request })).retryFailed;
    },
    onSuccess: ({ outcome, run: retried }) => {
      notify(translate(`galley.automation.retry.${outcome}`, { run: retried.runId }), { type: 'info' });
      void cache.invalidateQueries({ queryKey: currentRunKey(run.siteId) });
    },
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return { act, retry, isPending: isPending || isRetrying };
}
