import { DataTable } from 'react-admin';
import type { RunsQuery } from '../data/gql/graphql.ts';
import { SiteList } from '../shell/SiteList.tsx';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';
import { Time } from '../shell/Time.tsx';

type Row = RunsQuery['runs']['nodes'][number];

export function RunList() {
  return (
    <SiteList>
      <DataTable<Row> rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="runId" disableSort />
        <DataTable.Col
          source="status"
          disableSort
          render={({ status }: Row) => <StatusBadge kind="run" status={status} />}
        />
        <DataTable.Col
          source="startedAt"
          disableSort
          render={({ startedAt }: Row) => <Time at={startedAt} />}
        />
        <DataTable.NumberCol source="creditsUsed" disableSort />
      </DataTable>
    </SiteList>
  );
}
