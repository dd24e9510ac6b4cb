import { DataTable } from 'react-admin';
import type { ImagesQuery } from '../data/gql/graphql.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';

type Row = ImagesQuery['images']['nodes'][number];

export function ImageList() {
  return (
    <SiteList>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="prompt" disableSort />
        <DataTable.Col
          source="status"
          disableSort
          render={({ status }: Row) => <StatusBadge kind="image" status={status} />}
        />
      </DataTable>
    </SiteList>
  );
}
