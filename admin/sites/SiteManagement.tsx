import { DataTable } from 'react-admin';
import type { SiteRowFragment } from '../data/gql/graphql.ts';
import { ConsoleList } from '../shell/ConsoleList.tsx';
import { Time } from '../shell/Time.tsx';

/** All sites of the account. */
export function SiteManagement() {
  return (
    <ConsoleList>
      <DataTable<SiteRowFragment> rowClick="edit" bulkActionButtons={false}>
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="url" disableSort />
        <DataTable.Col source="language" disableSort />
        <DataTable.Col source="timeZone" disableSort />
        <DataTable.Col source="createdAt" disableSort render={({ createdAt }) => <Time at={createdAt} />} />
      </DataTable>
    </ConsoleList>
  );
}
