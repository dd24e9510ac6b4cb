import { Box, Typography } from '@mui/material';
import { type ReactNode, useRef } from 'react';
import { DataTable, type DataTableProps, type RaRecord, useListContext, useTranslate } from 'react-admin';
import { useRight } from '../use-right.ts';
import { BulkBar } from './BulkBar.tsx';
import { ChosenProvider } from './chosen.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface ItemTableProps<Row extends RaRecord>
  extends Pick<DataTableProps<Row>, 'children' | 'expand' | 'hiddenColumns'> {
  /** What can be done to the rows that are chosen, for whoever may. */
  readonly bulk: ReactNode;
}

/** React-admin's table of the pipeline's things: gone through by keyboard, and with what can be done to many. */
export function ItemTable<Row extends RaRecord>({ bulk, children, ...props }: ItemTableProps<Row>) {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const canWrite = useRight('WRITE');
  const { total, isPending } = useListContext();
  useRowKeys(box);
  return (
    <ChosenProvider>
      <Box ref={box} sx={rowLook}>
        <DataTable<Row>
          {...props}
          rowClick={false}
          bulkActionButtons={canWrite}
          // What is chosen has a bar of its own, which wraps and stays in sight.
          bulkActionsToolbar={<span />}
          size="small"
        >
          {children}
        </DataTable>
        {canWrite && <BulkBar>{bulk}</BulkBar>}
        {!isPending && total !== 0 && (
          <Typography variant="caption" sx={keysLook}>
            {translate(canWrite ? 'galley.lists.keys' : 'galley.lists.keysToLook')}
            {props.expand ? ` ${translate('galley.lists.keysToUnfold')}` : null}
          </Typography>
        )}
      </Box>
    </ChosenProvider>
  );
}

const rowLook = {
  minWidth: 0,
  '& th, & td': { px: 1 },
  '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
  '& .RaDataTable-expandIconCell': { pt: '3px' },
  '& .RaDataTable-expandIcon': { p: 0.5 },
  '& .column-phrase, & .column-title, & .column-name': { minWidth: 170 },
  '& .RaDataTable-row:focus': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
  '& .RaDataTable-row td': { verticalAlign: 'top' },
  '& .RaDataTable-row .MuiTableCell-paddingCheckbox': { pt: '5px' },
};

const keysLook = {
  display: { xs: 'none', md: 'block' },
  px: 2,
  py: 1,
  color: 'text.secondary',
  '@media (hover: none)': { display: 'none' },
};
