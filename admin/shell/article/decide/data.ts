import { graphql } from '../../../data/gql/gql.ts';

export const approveDocument = graphql(`
  mutation ApproveContent($input: ContentsInput!) {
    approveContent(input: $input) { changed leftOut { id why } }
  }
`);
export const sendBackDocument = graphql(`
  mutation SendBackContent($input: SendBackContentInput!) {
    sendBackContent(input: $input) { changed leftOut { id why } }
  }
`);
