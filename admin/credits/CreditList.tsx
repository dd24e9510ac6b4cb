import { DataTable, List } from 'react-admin';
import type { CreditEntriesQuery } from '../data/gql/graphql.ts';
import { Time } from '../shell/Time.tsx';

type Row = CreditEntriesQuery['creditEntries']['nodes'][number];

export function CreditList() {
  return (
    <List exporter={false} empty={false} perPage={25}>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col
          source="createdAt"
          disableSort
          render={({ createdAt }: Row) => <Time at={createdAt} />}
        />
        <DataTable.Col source="kind" disableSort />
        <DataTable.NumberCol source="amount" disableSort />
        <DataTable.Col source="stage" disableSort />
      </DataTable>
    </List>
  );
}
