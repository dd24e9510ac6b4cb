import { DataTable } from 'react-admin';
import type { ClusterRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { MadeColumn, NameColumn, StateColumn } from '../shell/list/columns.tsx';
import type { CsvColumns } from '../shell/list/csv.ts';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { KeywordChips } from './KeywordChips.tsx';
import { MergeButton } from './MergeButton.tsx';

type Row = ClusterRowFragment;

const filters = itemFilters({ kind: 'cluster', statuses: ['NEW', 'MAPPED'] });

const csv: CsvColumns<Row> = {
  name: ({ name }) => name,
  description: ({ description }) => description,
  status: ({ status }, translate) => translate(`galley.status.cluster.${status}`),
  keywords: ({ keywordCount }) => keywordCount,
  'first keywords': ({ keywords }) => keywords.map(({ phrase }) => phrase).join(', '),
  ideas: ({ ideaCount }) => ideaCount,
  'kept out of runs': ({ disabled }) => disabled,
  'failed because': ({ failure }) => failure?.message,
  made: ({ createdAt }) => createdAt,
};

export function ClusterList() {
  return (
    <ItemList<Row>
      filters={filters}
      csv={csv}
      empty={<EmptyList of="clusters" to={`/${resource.keywords}`} />}
    >
      <ItemTable<Row> bulk={<ClusterBulk />} hiddenColumns={['createdAt']}>
        <NameColumn source="name" to={resource.clusters} />
        <StateColumn kind="cluster" />
        <DataTable.Col
          source="keywords"
          disableSort
          render={({ id, keywords, keywordCount }: Row) => (
            <KeywordChips clusterId={id} keywords={keywords} count={keywordCount} />
          )}
        />
        <DataTable.NumberCol source="keywordCount" />
        <DataTable.NumberCol source="ideaCount" />
        <MadeColumn />
      </ItemTable>
    </ItemList>
  );
}

function ClusterBulk() {
  return (
    <>
      <RunStageButton stage="generate-ideas" label="galley.lists.stages.ideas" />
      <MergeButton />
      <AbleButtons />
      <DeleteButton what="galley.lists.delete.clusters" />
    </>
  );
}
