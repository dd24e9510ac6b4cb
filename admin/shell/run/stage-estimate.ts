import { graphql } from '../../data/gql/gql.ts';

export const stageEstimateDocument = graphql(`
  query StageEstimate($siteId: ObjectID!, $chosen: StageItemsInput!) {
    estimateRun(siteId: $siteId, chosen: $chosen) {
      available needed
      credits { expected low high }
      time { seconds lowSeconds highSeconds }
      stages { key waiting }
    }
  }
`);
