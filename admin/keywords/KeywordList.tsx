import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { Button, DataTable, useLocale } from 'react-admin';
import { Link } from 'react-router-dom';
import type { KeywordRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { numberFormat } from '../shell/formats.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { MadeColumn, RelatedColumn, StateColumn } from '../shell/list/columns.tsx';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
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
          empty={
            <EmptyList of="keywords">
              {choose('contained')}
              <AddKeywords />
            </EmptyList>
          }
          actions={
            <>
              {choose('text')}
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

/** Prices stand below one another, in whichever currency. */
const asMoney = { minimumFractionDigits: 2 };

function KeywordTable() {
  const locale = useLocale();
  return (
    <ItemTable<Row> bulk={<KeywordBulk />} hiddenColumns={['country', 'import']}>
      <DataTable.Col source="phrase" render={() => <InPlace source="phrase" />} />
      <StateColumn kind="keyword" />
      <DataTable.Col align="right" source="volume" render={() => <InPlace source="volume" type="number" />} />
      <DataTable.Col
        align="right"
        source="difficulty"
        render={() => <InPlace source="difficulty" type="number" />}
      />
      <DataTable.Col
        align="right"
        source="cpc"
        render={({ cpc }: Row) => (
          <InPlace source="cpc" type="number">
            {cpc == null ? undefined : numberFormat(locale, asMoney).format(cpc)}
          </InPlace>
        )}
      />
      <DataTable.Col source="intent" disableSort render={() => <InPlace source="intent" />} />
      <DataTable.Col source="country" disableSort render={() => <InPlace source="country" />} />
      <RelatedColumn source="cluster" to={resource.clusters} />
      <DataTable.Col
        source="import"
        disableSort
        render={(row: Row) => row.import && <Link to={receiptPath(row.import.id)}>{row.import.name}</Link>}
      />
      <MadeColumn />
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
