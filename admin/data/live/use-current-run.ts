import type { QueryClient } from '@tanstack/react-query';
import { graphql } from '../gql/gql.ts';
import type { CurrentRunQuery, LiveRunFragment } from '../gql/graphql.ts';
import { laterRun, toldRun } from './later-run.ts';
import { pollingFor } from './pace.ts';
import { useLive } from './use-live.ts';

graphql(`
  fragment LiveRun on Run {
    id runId siteId seq status trigger active percent currentStage startedAt endedAt elapsedSeconds trimmedAt
    creditsUsed creditsLeft hold estimatedCredits
    timeLeft { seconds lowSeconds highSeconds }
    waitingFor { reason message by until retryInSeconds needed }
    pause { at by reason message needed }
    error { code message stage }
    stages {
      key number title kind status total processed remaining failed percent batches
      startedAt endedAt elapsedSeconds creditsUsed estimatedCredits expectedCredits
      counters { name value }
      batch { index count first last label phase percent message elapsedSeconds }
      timeLeft { seconds lowSeconds highSeconds }
    }
  }
`);
const currentRunDocument = graphql(`
  query CurrentRun($siteId: ObjectID!) {
    currentRun(siteId: $siteId) { ...LiveRun }
  }
`);
const runChangedDocument = graphql(`
  subscription RunChanged($siteId: ObjectID!) {
    runChanged(siteId: $siteId) { ...LiveRun }
  }
`);

/** No eye follows what changes faster. */
const calmMs = 250;

export const currentRunKey = (siteId: string) => ['currentRun', siteId];

/** A run as a request answered it, where nothing later of its site has been told of. */
export function takeRun(cache: QueryClient, run: LiveRunFragment): void {
  cache.setQueryData<CurrentRunQuery>(currentRunKey(run.siteId), (known) => ({
    currentRun: laterRun(known?.currentRun, run),
  }));
}

/** The site's active, else its latest run, as it is now: null where it never had one, undefined until that is known. */
export function useCurrentRun(siteId: string | undefined): {
  readonly run: LiveRunFragment | null | undefined;
  /** When it was last told of, in ms. */
  readonly readAt: number;
  readonly error: Error | null;
} {
  const variables = { siteId: siteId ?? '' };
  const { data, dataUpdatedAt, error } = useLive({
    key: currentRunKey(variables.siteId),
    query: currentRunDocument,
    variables,
    subscription: runChangedDocument,
    follow: () => variables,
    apply: ({ currentRun }, { runChanged }) => ({ currentRun: toldRun(currentRun, runChanged) }),
    pollEvery: (snapshot) => pollingFor(snapshot?.currentRun?.status),
    atMostEveryMs: calmMs,
    enabled: siteId !== undefined,
  });
  return { run: data && (data.currentRun ?? null), readAt: dataUpdatedAt, error };
}
