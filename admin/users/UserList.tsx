import { DataTable, List } from 'react-admin';
import type { UsersQuery } from '../data/gql/graphql.ts';
import { Time } from '../shell/Time.tsx';

type Row = UsersQuery['users']['nodes'][number];

export function UserList() {
  return (
    <List exporter={false} empty={false} perPage={25}>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="email" />
        <DataTable.Col source="role" disableSort />
        <DataTable.Col source="createdAt" render={({ createdAt }: Row) => <Time at={createdAt} />} />
      </DataTable>
    </List>
  );
}
