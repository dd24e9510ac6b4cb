import { Box } from '@mui/material';
import { DataTable, SelectInput, useTranslate } from 'react-admin';
import type { RunsQuery } from '../../data/gql/graphql.ts';
import { EmptyList } from '../../shell/list/EmptyList.tsx';
import { SiteList } from '../../shell/SiteList.tsx';
import { StatusBadge } from '../../shell/status/StatusBadge.tsx';
import { Time } from '../../shell/Time.tsx';
import { AutomationTabs } from '../AutomationTabs.tsx';
import { CompareButton } from './CompareButton.tsx';
import { Lasting } from './Lasting.tsx';
import { MiniTimeline } from './MiniTimeline.tsx';

type Row = RunsQuery['runs']['nodes'][number];

const statuses = ['RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
const filters = [
  <SelectInput
    key="status"
    source="status"
    alwaysOn
    choices={statuses.map((id) => ({ id, name: `galley.status.run.${id}` }))}
  />,
  <SelectInput
    key="trigger"
    source="trigger"
    alwaysOn
    choices={['MANUAL', 'SCHEDULED'].map((id) => ({ id, name: `galley.runs.trigger.${id}` }))}
  />,
];

/** All columns have room beside the menu of a small desk; in a narrower window, the table scrolls. */
const tableLook = {
  '& th, & td': { px: 1 },
  '& .column-runId': { minWidth: 140, overflowWrap: 'anywhere' },
  '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
};

/** The runs of a site so far, each leading to its page. */
export function RunList() {
  const translate = useTranslate();
  return (
    <Box sx={{ pt: 2 }}>
      <AutomationTabs at="history" />
      <SiteList
        title="galley.automation.tabs.history"
        actions={false}
        filters={filters}
        queryOptions={{ refetchInterval: 10_000 }}
        empty={<EmptyList of="runs" to="/automation" />}
      >
        <DataTable<Row> rowClick="show" bulkActionButtons={<CompareButton />} sx={tableLook}>
          <DataTable.Col source="runId" disableSort />
          <DataTable.Col
            source="status"
            disableSort
            render={({ status }: Row) => <StatusBadge kind="run" status={status} />}
          />
          <DataTable.Col
            source="trigger"
            disableSort
            render={({ trigger }: Row) => translate(`galley.runs.trigger.${trigger}`)}
          />
          <DataTable.Col
            source="startedAt"
            disableSort
            render={({ startedAt }: Row) => <Time at={startedAt} />}
          />
          <DataTable.Col
            source="elapsedSeconds"
            disableSort
            render={({ elapsedSeconds }: Row) => <Lasting seconds={elapsedSeconds} />}
          />
          <DataTable.NumberCol source="creditsUsed" disableSort />
          <DataTable.Col source="stages" disableSort render={(row: Row) => <MiniTimeline run={row} />} />
        </DataTable>
      </SiteList>
    </Box>
  );
}
