import { Box } from '@mui/material';
import { DataTable, TopToolbar, useGetIdentity, useTranslate } from 'react-admin';
import type { UsersQuery } from '../data/gql/graphql.ts';
import { ConsoleList } from '../shell/ConsoleList.tsx';
import { Time } from '../shell/Time.tsx';
import { InviteButton } from './InviteButton.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { SignInLinkButton } from './SignInLinkButton.tsx';

type Row = UsersQuery['users']['nodes'][number];

export function UserList() {
  const translate = useTranslate();
  const { data: self } = useGetIdentity();
  return (
    <ConsoleList
      perPage={25}
      sort={{ field: 'email', order: 'ASC' }}
      actions={
        <TopToolbar>
          <InviteButton />
        </TopToolbar>
      }
    >
      <DataTable<Row> rowClick={false} bulkActionButtons={false} sx={{ '& td': { whiteSpace: 'nowrap' } }}>
        <DataTable.Col
          source="name"
          disableSort
          render={({ id, name }: Row) => (id === self?.id ? translate('galley.users.you', { name }) : name)}
        />
        <DataTable.Col source="email" />
        <DataTable.Col source="role" disableSort render={(user: Row) => <RoleChoice user={user} />} />
        <DataTable.Col source="createdAt" render={({ createdAt }: Row) => <Time at={createdAt} />} />
        <DataTable.Col
          label="galley.users.actions"
          source="id"
          disableSort
          render={(user: Row) => (
            <Box sx={{ display: 'flex', gap: 1 }}>
              <SignInLinkButton user={user} />
              <RemoveButton user={user} />
            </Box>
          )}
        />
      </DataTable>
    </ConsoleList>
  );
}
