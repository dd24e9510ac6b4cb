import { graphql } from '../data/gql/gql.ts';
import { type ResourceData, sortBy } from '../data/resource-data.ts';

const listDocument = graphql(`
  query Keywords($siteId: ObjectID!, $first: Int!, $after: String, $offset: Int!, $filter: KeywordFilter, $sort: KeywordSort) {
    keywords(siteId: $siteId, first: $first, after: $after, offset: $offset, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { endCursor }
      nodes { ...KeywordRow }
    }
  }
`);
const oneDocument = graphql(`
  query Keyword($id: ObjectID!) {
    keyword(id: $id) { ...KeywordRow }
  }
`);
graphql(`
  fragment KeywordRow on Keyword {
    id phrase status volume difficulty cpc intent country disabled createdAt
    cluster { id name }
    failure { message stage }
    import { id name }
  }
`);
const updateDocument = graphql(`
  mutation UpdateKeyword($input: UpdateKeywordInput!) {
    updateKeyword(input: $input) { keyword { ...KeywordRow } }
  }
`);
const updateManyDocument = graphql(`
  mutation UpdateKeywords($input: UpdateKeywordsInput!) {
    updateKeywords(input: $input) { changed leftOutCount leftOut { why } }
  }
`);
const deleteDocument = graphql(`
  mutation DeleteKeywords($input: DeleteKeywordsInput!) {
    deleteKeywords(input: $input) { changed leftOutCount leftOut { why } }
  }
`);

const sorts = {
  phrase: 'PHRASE',
  volume: 'VOLUME',
  difficulty: 'DIFFICULTY',
  cpc: 'CPC',
  createdAt: 'CREATED',
} as const;

export const keywordData: ResourceData = {
  hasIdFilter: true,
  async list({ siteId, filter, sort, page }, ask) {
    const variables = { siteId, filter, sort: sortBy(sort, sorts), ...page };
    return (await ask(listDocument, variables)).keywords;
  },
  one: async (id, ask) => (await ask(oneDocument, { id })).keyword,
  update: async (id, changes, ask) =>
    (await ask(updateDocument, { input: { id, ...changes } })).updateKeyword.keyword,
  updateMany: async (choice, changes, ask) =>
    (await ask(updateManyDocument, { input: { disabled: false, ...changes, ...choice } })).updateKeywords,
  deleteMany: async (choice, ask) => (await ask(deleteDocument, { input: choice })).deleteKeywords,
};
