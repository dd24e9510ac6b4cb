import type { CsvColumns } from '../shell/list/csv.ts';
import type { CreditRow } from './data.ts';

/** What came in is above zero, what went out below. */
export const creditCsv: CsvColumns<CreditRow> = {
  at: ({ createdAt }) => createdAt,
  type: ({ kind }, translate) => translate(`galley.creditPages.kinds.${kind}`),
  credits: ({ amount }) => amount,
  stage: ({ stage }) => stage,
  site: ({ siteId, site }, translate) => site?.name ?? (siteId && translate('galley.creditPages.gone')),
  run: ({ run }) => run?.runId,
};
