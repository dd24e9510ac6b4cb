import { graphql } from '../data/gql/gql.ts';
import type { ReviewRowFragment } from '../data/gql/graphql.ts';

/** A draft as the queue shows it. */
export type ReviewRow = ReviewRowFragment;

export const queueDocument = graphql(`
  query ReviewQueue($siteId: ObjectID!, $first: Int!, $offset: Int!) {
    contents(siteId: $siteId, first: $first, offset: $offset, filter: { status: REVIEW }) {
      totalCount
      nodes { ...ReviewRow }
    }
  }
`);
graphql(`
  fragment ReviewRow on Content {
    id title wordCount createdAt updatedAt sample
    imageCounts { total failed }
    approved { name }
  }
`);
export const publishDocument = graphql(`
  mutation PublishContent($input: PublishContentInput!) {
    publishContent(input: $input) { results { ...PublishedRow } }
  }
`);
graphql(`
  fragment PublishedRow on PublishResult {
    id outcome message why
    content { id title slug address }
  }
`);
