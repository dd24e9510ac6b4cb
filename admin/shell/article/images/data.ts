import { graphql } from '../../../data/gql/gql.ts';

export const describeImageDocument = graphql(`
  mutation DescribeImage($input: UpdateImageInput!) {
    updateImage(input: $input) { image { ...ArticleImage } }
  }
`);
export const replaceImageDocument = graphql(`
  mutation ReplaceImage($input: ReplaceImageInput!) {
    replaceImage(input: $input) { image { ...ArticleImage } }
  }
`);
export const dropImageDocument = graphql(`
  mutation DropImage($input: DropImagesInput!) {
    dropImages(input: $input) { changed leftOut { why } }
  }
`);
export const drawImagesDocument = graphql(`
  mutation DrawImages($input: RunStageInput!) {
    runStage(input: $input) { run { id } }
  }
`);
