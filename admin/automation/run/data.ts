import { graphql } from '../../data/gql/gql.ts';

graphql(`
  fragment StageFacts on RunStage {
    key number title kind status total processed remaining failed batches percent
    creditsUsed estimatedCredits startedAt endedAt elapsedSeconds
    counters { name value }
    batch { index count first last label phase message percent }
    timeLeft { seconds lowSeconds highSeconds }
  }
`);
graphql(`
  fragment RunFacts on Run {
    id runId siteId status trigger active startedAt endedAt elapsedSeconds percent currentStage seq trimmedAt
    creditsUsed creditsLeft hold estimatedCredits
    error { code message stage }
    pause { at by reason message needed }
    timeLeft { seconds lowSeconds highSeconds }
    waitingFor { reason message by needed until retryInSeconds }
    stages { ...StageFacts }
  }
`);

export const currentRunDocument = graphql(`
  query CurrentRun($siteId: ObjectID!) {
    currentRun(siteId: $siteId) { ...RunFacts }
  }
`);
export const runChangedDocument = graphql(`
  subscription RunChanged($siteId: ObjectID!) {
    runChanged(siteId: $siteId) { ...RunFacts }
  }
`);
export const runFactsDocument = graphql(`
  query RunById($id: ObjectID!) {
    run(id: $id) { ...RunFacts }
  }
`);
export const queuesDocument = graphql(`
  query Queues($siteId: ObjectID!) {
    queues(siteId: $siteId) { key number title kind total pending }
  }
`);
export const queuesChangedDocument = graphql(`
  subscription QueuesChanged($siteId: ObjectID!) {
    queuesChanged(siteId: $siteId) { key number title kind total pending }
  }
`);
export const stagesDocument = graphql(`
  query Stages {
    stages { key number title kind itemNoun itemsNoun settingsSchema }
  }
`);

export const startRunDocument = graphql(`
  mutation StartRun($input: StartRunInput!) {
    startRun(input: $input) { run { ...RunFacts } }
  }
`);
export const pauseRunDocument = graphql(`
  mutation PauseRun($input: RunInput!) {
    pauseRun(input: $input) { run { ...RunFacts } }
  }
`);
export const resumeRunDocument = graphql(`
  mutation ResumeRun($input: RunInput!) {
    resumeRun(input: $input) { run { ...RunFacts } }
  }
`);
export const cancelRunDocument = graphql(`
  mutation CancelRun($input: RunInput!) {
    cancelRun(input: $input) { run { ...RunFacts } }
  }
`);
export const retryFailedDocument = graphql(`
  mutation RetryFailed($input: RetryFailedInput!) {
    retryFailed(input: $input) { outcome run { id runId } }
  }
`);
