import { DataTable } from 'react-admin';
import type { ClusterRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { ItemLink } from '../shell/ItemLink.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import type { CsvColumns } from '../shell/list/csv.ts';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { Time } from '../shell/Time.tsx';
import { KeywordChips } from './KeywordChips.tsx';
import { MergeButton } from './MergeButton.tsx';

type Row = ClusterRowFragment;

const filters = itemFilters({ kind: 'cluster', statuses: ['NEW', 'MAPPED'] });

const csv: CsvColumns<Row> = {
  name: ({ name }) => name,
  description: ({ description }) => description,
  status: ({ status }) => status,
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
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={<EmptyList of="clusters" to={`/${resource.keywords}`} />}
    >
      <ItemTable<Row> bulk={<ClusterBulk />} hiddenColumns={['createdAt']}>
        <DataTable.Col
          source="name"
          render={({ id, name }: Row) => (
            <InPlace source="name">
              <ItemLink resource={resource.clusters} id={id}>
                {name}
              </ItemLink>
            </InPlace>
          )}
        />
        <DataTable.Col
          source="status"
          disableSort
          render={(row: Row) => <ItemState kind="cluster" item={row} />}
        />
        <DataTable.Col
          source="keywords"
          disableSort
          render={({ id, keywords, keywordCount }: Row) => (
            <KeywordChips clusterId={id} keywords={keywords} count={keywordCount} />
          )}
        />
        <DataTable.NumberCol source="keywordCount" />
        <DataTable.NumberCol source="ideaCount" />
        <DataTable.Col source="createdAt" render={({ createdAt }: Row) => <Time at={createdAt} />} />
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
