import type { CsvColumns } from '../list/csv.ts';

interface Article {
  readonly title: string;
  readonly brief: string;
  readonly articleKind: string;
  readonly keywords: readonly string[];
  readonly wordTarget: number;
  readonly status: string;
  readonly disabled: boolean;
  readonly createdAt: string;
  readonly cluster?: { readonly name: string } | null;
  readonly failure?: { readonly message: string } | null;
}

/** An idea, or the task that came of one. */
export const articleCsv: CsvColumns<Article> = {
  title: ({ title }) => title,
  outline: ({ brief }) => brief,
  kind: ({ articleKind }) => articleKind,
  keywords: ({ keywords }) => keywords.join(', '),
  words: ({ wordTarget }) => wordTarget,
  // A task has the words of its idea.
  status: ({ status }, translate) => translate(`galley.status.idea.${status}`),
  cluster: ({ cluster }) => cluster?.name,
  'kept out of runs': ({ disabled }) => disabled,
  'failed because': ({ failure }) => failure?.message,
  made: ({ createdAt }) => createdAt,
};
