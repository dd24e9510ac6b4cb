import { graphql } from '../../data/gql/gql.ts';

export const runFactsDocument = graphql(`
  query RunById($id: ObjectID!) {
    run(id: $id) { ...LiveRun }
  }
`);
/** Whether the models that answer where no AI is set up have made texts, or images, of the run. */
export const runSamplesDocument = graphql(`
  query RunSamples($siteId: ObjectID!, $runId: ObjectID!) {
    aiProviders(siteId: $siteId) { sample }
    texts: aiCalls(runId: $runId, model: "galley-offline", first: 1) { nodes { id } }
    images: aiCalls(runId: $runId, model: "galley-painter", first: 1) { nodes { id } }
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
