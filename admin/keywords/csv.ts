import type { KeywordRowFragment } from '../data/gql/graphql.ts';
import type { CsvColumns } from '../shell/list/csv.ts';

/** As it can be imported again. */
export const keywordCsv: CsvColumns<KeywordRowFragment> = {
  keyword: ({ phrase }) => phrase,
  volume: ({ volume }) => volume,
  difficulty: ({ difficulty }) => difficulty,
  intent: ({ intent }) => intent,
  cpc: ({ cpc }) => cpc,
  country: ({ country }) => country,
  status: ({ status }, translate) => translate(`galley.status.keyword.${status}`),
  cluster: ({ cluster }) => cluster?.name,
  'kept out of runs': ({ disabled }) => disabled,
  'failed because': ({ failure }) => failure?.message,
  added: ({ createdAt }) => createdAt,
};
