import { graphql } from '../../data/gql/gql.ts';

export const stageDetailsDocument = graphql(`
  query StageDetails($runId: ObjectID!, $stage: String!, $offset: Int!) {
    run(id: $runId) {
      stages { key ids { name value } }
    }
    aiUsage(by: [MODEL], filter: { runId: $runId, stage: $stage, from: "2000-01-01T00:00:00Z" }) {
      rows { model calls unusableCalls tokensIn tokensOut costUsd }
      total { calls unusableCalls tokensIn tokensOut costUsd }
    }
    creditEntries(first: 25, offset: $offset, filter: { runId: $runId, kind: CHARGE, stage: $stage }) {
      totalCount
      nodes { id createdAt amount }
    }
  }
`);

export const stageCallsDocument = graphql(`
  query StageCalls($runId: ObjectID!, $stage: String!, $offset: Int!) {
    aiCalls(runId: $runId, stage: $stage, first: 25, offset: $offset) {
      totalCount
      nodes {
        id createdAt purpose provider model tokensIn tokensOut costUsd isPriced latencyMs status fault
      }
    }
  }
`);
