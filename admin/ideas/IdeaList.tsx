import { DataTable } from 'react-admin';
import type { IdeasQuery } from '../data/gql/graphql.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';

type Row = IdeasQuery['ideas']['nodes'][number];

export function IdeaList() {
  return (
    <SiteList>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="title" />
        <DataTable.Col
          source="status"
          disableSort
          render={({ status }: Row) => <StatusBadge kind="idea" status={status} />}
        />
        <DataTable.NumberCol source="wordTarget" />
      </DataTable>
    </SiteList>
  );
}
