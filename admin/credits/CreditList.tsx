import { Box, Typography } from '@mui/material';
import { DataTable, ReferenceInput, SelectInput, TopToolbar, useLocale, useTranslate } from 'react-admin';
import { resource } from '../data/resource.ts';
import { useStageName } from '../data/use-stage-names.ts';
import { ConsoleList } from '../shell/ConsoleList.tsx';
import { EmptyPage } from '../shell/EmptyPage.tsx';
import { numberFormat } from '../shell/formats.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { ExportButton } from '../shell/list/ExportButton.tsx';
import { mostSites } from '../shell/site/use-site.ts';
import { Time } from '../shell/Time.tsx';
import { AddCredits } from './AddCredits.tsx';
import { Balance } from './Balance.tsx';
import { creditCsv } from './csv.ts';
import type { CreditRow as Row, Shown } from './data.ts';

const others: readonly Shown[] = ['batches', 'all'];
const filters = [
  <SelectInput
    key="show"
    source="show"
    label="galley.creditPages.show"
    alwaysOn
    emptyText="galley.creditPages.shown.balance"
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    choices={others.map((id) => ({ id, name: `galley.creditPages.shown.${id}` }))}
  />,
  <ReferenceInput key="siteId" source="ofSite" reference={resource.sites} perPage={mostSites} alwaysOn>
    <SelectInput optionText="name" label="galley.creditPages.site" />
  </ReferenceInput>,
];

/** What there is to spend, and what has come in and gone out. */
export function CreditList() {
  const translate = useTranslate();
  const stageName = useStageName();
  return (
    <Box sx={{ pt: 2 }}>
      <Balance />
      <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
        {translate('galley.creditPages.help')}
      </Typography>
      <ConsoleList
        perPage={25}
        filters={filters}
        actions={
          <TopToolbar>
            <ExportButton columns={creditCsv} />
            <AddCredits />
          </TopToolbar>
        }
        empty={<EmptyPage title={translate('galley.creditPages.none')} />}
      >
        <DataTable<Row> rowClick={false} bulkActionButtons={false} sx={{ '& td': { whiteSpace: 'nowrap' } }}>
          <DataTable.Col
            source="createdAt"
            disableSort
            render={({ createdAt }: Row) => <Time at={createdAt} />}
          />
          <DataTable.Col
            source="kind"
            disableSort
            render={({ kind }: Row) => translate(`galley.creditPages.kinds.${kind}`)}
          />
          <DataTable.Col
            align="right"
            source="amount"
            disableSort
            render={({ amount }: Row) => <Amount of={amount} />}
          />
          <DataTable.Col source="stage" disableSort render={({ stage }: Row) => stage && stageName(stage)} />
          <DataTable.Col
            source="site"
            disableSort
            render={({ siteId, site }: Row) => site?.name ?? (siteId && translate('galley.creditPages.gone'))}
          />
          <DataTable.Col
            source="run"
            disableSort
            render={({ run }: Row) =>
              run && (
                <ItemLink resource={resource.runs} id={run.id}>
                  {run.runId}
                </ItemLink>
              )
            }
          />
        </DataTable>
      </ConsoleList>
    </Box>
  );
}

/** With its sign: what came in is green, too. */
function Amount({ of }: { of: number }) {
  const format = numberFormat(useLocale(), { signDisplay: 'exceptZero', maximumFractionDigits: 3 });
  return <Box sx={{ color: of > 0 ? 'success.main' : 'text.primary' }}>{format.format(of)}</Box>;
}
