import { DataTable } from 'react-admin';
import type { TasksQuery } from '../data/gql/graphql.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';

type Row = TasksQuery['tasks']['nodes'][number];

export function TaskList() {
  return (
    <SiteList>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="title" />
        <DataTable.Col
          source="status"
          disableSort
          render={({ status }: Row) => <StatusBadge kind="task" status={status} />}
        />
        <DataTable.NumberCol source="wordTarget" />
      </DataTable>
    </SiteList>
  );
}
