import { DataTable } from 'react-admin';
import type { ContentsQuery } from '../data/gql/graphql.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';

type Row = ContentsQuery['contents']['nodes'][number];

export function ContentList() {
  return (
    <SiteList>
      <DataTable<Row> rowClick="edit" bulkActionButtons={false}>
        <DataTable.Col source="title" />
        <DataTable.Col
          source="status"
          disableSort
          render={({ status }: Row) => <StatusBadge kind="content" status={status} />}
        />
        <DataTable.NumberCol source="wordCount" />
      </DataTable>
    </SiteList>
  );
}
