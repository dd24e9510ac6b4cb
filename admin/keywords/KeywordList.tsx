import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { Button, DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import type { KeywordRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { ItemLink } from '../shell/ItemLink.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { Time } from '../shell/Time.tsx';
import { keywordCsv } from './csv.ts';
import { AddKeywords } from './import/AddKeywords.tsx';
import { KeywordDrop } from './import/KeywordDrop.tsx';
import { importsPath, receiptPath } from './import/paths.ts';
import { MoveButton } from './MoveButton.tsx';

type Row = KeywordRowFragment;

const filters = itemFilters({ kind: 'keyword', statuses: ['NEW', 'MAPPED'], hasCluster: true });

export function KeywordList() {
  return (
    <KeywordDrop>
      {(choose) => (
        <ItemList
          filters={filters}
          csv={keywordCsv}
          sort={{ field: 'createdAt', order: 'DESC' }}
          empty={
            <EmptyList of="keywords">
              {choose}
              <AddKeywords />
            </EmptyList>
          }
          actions={
            <>
              {choose}
              <AddKeywords />
              <Button component={Link} to={importsPath} label="galley.import.all">
                <HistoryIcon />
              </Button>
            </>
          }
        >
          <KeywordTable />
        </ItemList>
      )}
    </KeywordDrop>
  );
}

function KeywordTable() {
  return (
    <ItemTable<Row> bulk={<KeywordBulk />} hiddenColumns={['country', 'import']}>
      <DataTable.Col source="phrase" render={() => <InPlace source="phrase" />} />
      <DataTable.Col
        source="status"
        disableSort
        render={(row: Row) => <ItemState kind="keyword" item={row} />}
      />
      <DataTable.Col align="right" source="volume" render={() => <InPlace source="volume" type="number" />} />
      <DataTable.Col
        align="right"
        source="difficulty"
        render={() => <InPlace source="difficulty" type="number" />}
      />
      <DataTable.Col align="right" source="cpc" render={() => <InPlace source="cpc" type="number" />} />
      <DataTable.Col source="intent" disableSort render={() => <InPlace source="intent" />} />
      <DataTable.Col source="country" disableSort render={() => <InPlace source="country" />} />
      <DataTable.Col
        source="cluster"
        disableSort
        render={({ cluster }: Row) =>
          cluster && (
            <ItemLink resource={resource.clusters} id={cluster.id}>
              {cluster.name}
            </ItemLink>
          )
        }
      />
      <DataTable.Col
        source="import"
        disableSort
        render={(row: Row) => row.import && <Link to={receiptPath(row.import.id)}>{row.import.name}</Link>}
      />
      <DataTable.Col source="createdAt" render={({ createdAt }: Row) => <Time at={createdAt} />} />
    </ItemTable>
  );
}

function KeywordBulk() {
  return (
    <>
      <RunStageButton stage="cluster-keywords" label="galley.lists.stages.cluster" />
      <MoveButton />
      <AbleButtons />
      <DeleteButton what="galley.lists.delete.keywords" />
    </>
  );
}
