import { graphql } from '../gql/gql.ts';
import type { LiveRunFragment } from '../gql/graphql.ts';
import { pollingFor, useLive } from './use-live.ts';

graphql(`
  fragment LiveRun on Run {
    id runId seq status trigger active percent currentStage startedAt endedAt elapsedSeconds
    creditsUsed creditsLeft hold estimatedCredits
    timeLeft { seconds lowSeconds highSeconds }
    waitingFor { reason message by until retryInSeconds needed }
    pause { at by reason message }
    error { code message stage }
    stages {
      key number title kind status total processed remaining failed percent batches
      startedAt endedAt elapsedSeconds creditsUsed estimatedCredits
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

/** The site's active, else its latest run, as it is now: null where it never had one, undefined until that is known. */
export function useCurrentRun(siteId: string): LiveRunFragment | null | undefined {
  const { data } = useLive({
    key: ['currentRun', siteId],
    query: currentRunDocument,
    variables: { siteId },
    subscription: runChangedDocument,
    follow: () => ({ siteId }),
    apply: (_, { runChanged }) => ({ currentRun: runChanged }),
    pollEvery: (snapshot) => pollingFor(snapshot?.currentRun?.status),
  });
  return data && (data.currentRun ?? null);
}
