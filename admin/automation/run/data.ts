import { graphql } from '../../data/gql/gql.ts';

export const runFactsDocument = graphql(`
  query RunById($id: ObjectID!) {
    run(id: $id) { ...LiveRun }
  }
`);
export const runSamplesDocument = graphql(`
  query RunSamples($siteId: ObjectID!, $runId: ObjectID!) {
    aiProviders(siteId: $siteId) { sample }
    aiCalls(runId: $runId, first: 100) { nodes { provider } }
  }
`);
export const stagesDocument = graphql(`
  query Stages {
    stages { key number title kind itemNoun itemsNoun settingsSchema }
  }
`);

export const startRunDocument = graphql(`
  mutation StartRun($input: StartRunInput!) {
    startRun(input: $input) { run { ...LiveRun } }
  }
`);
export const pauseRunDocument = graphql(`
  mutation PauseRun($input: RunInput!) {
    pauseRun(input: $input) { run { ...LiveRun } }
  }
`);
export const resumeRunDocument = graphql(`
  mutation ResumeRun($input: RunInput!) {
    resumeRun(input: $input) { run { ...LiveRun } }
  }
`);
export const cancelRunDocument = graphql(`
  mutation CancelRun($input: RunInput!) {
    cancelRun(input: $input) { run { ...LiveRun } }
  }
`);
export const retryFailedDocument = graphql(`
  mutation RetryFailed($input: RetryFailedInput!) {
    retryFailed(input: $input) { outcome run { id runId } }
  }
`);
