import { DataTable, List } from 'react-admin';
import type { ApiKeysQuery } from '../data/gql/graphql.ts';
import { Time } from '../shell/Time.tsx';

type Row = ApiKeysQuery['apiKeys']['nodes'][number];

export function ApiKeyList() {
  return (
    <List exporter={false} empty={false} perPage={25}>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="prefix" disableSort />
        <DataTable.Col
          source="lastUsedAt"
          disableSort
          render={({ lastUsedAt }: Row) => <Time at={lastUsedAt} />}
        />
        <DataTable.Col
          source="createdAt"
          disableSort
          render={({ createdAt }: Row) => <Time at={createdAt} />}
        />
      </DataTable>
    </List>
  );
}
