import { DataTable } from 'react-admin';
import type { ClustersQuery } from '../data/gql/graphql.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';

type Row = ClustersQuery['clusters']['nodes'][number];

export function ClusterList() {
  return (
    <SiteList>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="name" />
        <DataTable.Col
          source="status"
          disableSort
          render={({ status }: Row) => <StatusBadge kind="cluster" status={status} />}
        />
        <DataTable.NumberCol source="keywordCount" />
        <DataTable.NumberCol source="ideaCount" />
      </DataTable>
    </SiteList>
  );
}
