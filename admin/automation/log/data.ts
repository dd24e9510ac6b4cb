import { graphql } from '../../data/gql/gql.ts';

graphql(`
  fragment ActivityRow on Activity {
    seq at level message stage stageNumber
  }
`);

export const activityPageDocument = graphql(`
  query ActivityPage($runId: ObjectID!, $after: String!) {
    activity(runId: $runId, after: $after, first: 100) {
      nodes { ...ActivityRow }
    }
  }
`);
export const activityDocument = graphql(`
  subscription Activity($runId: ObjectID!, $after: Int!) {
    activity(runId: $runId, after: $after) { ...ActivityRow }
  }
`);
export const runLogsDocument = graphql(`
  query RunLogs($runId: ObjectID!) {
    runLogs(runId: $runId) { name stageNumber totalLines path }
  }
`);
