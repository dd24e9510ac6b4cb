import { Box } from '@mui/material';
import { DataTable, TopToolbar, useTranslate } from 'react-admin';
import type { ApiKeysQuery } from '../data/gql/graphql.ts';
import { ConsoleList } from '../shell/ConsoleList.tsx';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { Time } from '../shell/Time.tsx';
import { CreateApiKey } from './CreateApiKey.tsx';
import { RevokeButton } from './RevokeButton.tsx';

type Row = ApiKeysQuery['apiKeys']['nodes'][number];

export function ApiKeyList() {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.apiKeys.${name}`);
  return (
    <ConsoleList
      perPage={25}
      actions={
        <TopToolbar>
          <CreateApiKey />
        </TopToolbar>
      }
      // Where the first key is made is still there when it is shown.
      empty={false}
    >
      <DataTable<Row>
        rowClick={false}
        bulkActionButtons={false}
        empty={<EmptyPage title={text('none')} help={text('noneHelp')} />}
      >
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="prefix" disableSort render={({ prefix }: Row) => <code>{prefix}…</code>} />
        <DataTable.Col
          source="scopes"
          disableSort
          render={({ scopes }: Row) => scopes.map((scope) => text(`scopes.${scope}`)).join(', ')}
        />
        <DataTable.Col
          source="lastUsedAt"
          disableSort
          render={({ lastUsedAt }: Row) => (lastUsedAt ? <Time at={lastUsedAt} /> : text('never'))}
        />
        <DataTable.Col
          source="createdAt"
          disableSort
          render={({ createdAt }: Row) => <Time at={createdAt} />}
        />
        <DataTable.Col label={text('state')} source="revokedAt" disableSort render={State} />
      </DataTable>
    </ConsoleList>
  );
}

function State({ id, name, revokedAt }: Row) {
  const translate = useTranslate();
  if (!revokedAt) return <RevokeButton id={id} name={name} />;
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {translate('galley.apiKeys.revoked')} <Time at={revokedAt} />
    </Box>
  );
}
