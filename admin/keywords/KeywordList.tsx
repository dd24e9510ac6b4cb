import { BulkDeleteButton, DataTable, SearchInput, SelectInput, useCanAccess } from 'react-admin';
import type { KeywordRowFragment, KeywordStatus } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';
import { Time } from '../shell/Time.tsx';

const statuses: readonly KeywordStatus[] = ['NEW', 'MAPPED'];

const filters = [
  <SearchInput key="search" source="search" alwaysOn />,
  <SelectInput
    key="status"
    source="status"
    alwaysOn
    choices={statuses.map((id) => ({ id, name: `galley.status.keyword.${id}` }))}
  />,
];

export function KeywordList() {
  const { canAccess } = useCanAccess({ resource: resource.keywords, action: 'delete' });
  return (
    <SiteList filters={filters} sort={{ field: 'createdAt', order: 'DESC' }}>
      <DataTable<KeywordRowFragment>
        rowClick={false}
        bulkActionButtons={canAccess ? <BulkDeleteButton mutationMode="pessimistic" /> : false}
      >
        <DataTable.Col source="phrase" />
        <DataTable.Col
          source="status"
          disableSort
          render={(row: KeywordRowFragment) => <KeywordState row={row} />}
        />
        <DataTable.NumberCol source="volume" />
        <DataTable.NumberCol source="difficulty" />
        <DataTable.NumberCol source="cpc" />
        <DataTable.Col source="intent" disableSort />
        <DataTable.Col source="cluster" disableSort render={({ cluster }) => cluster?.name} />
        <DataTable.Col source="createdAt" render={({ createdAt }) => <Time at={createdAt} />} />
      </DataTable>
    </SiteList>
  );
}

function KeywordState({ row }: { row: KeywordRowFragment }) {
  if (row.failure) return <StatusBadge kind="item" status="FAILED" />;
  if (row.disabled) return <StatusBadge kind="item" status="DISABLED" />;
  return <StatusBadge kind="keyword" status={row.status} />;
}
