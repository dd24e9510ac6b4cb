import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Button, useGetResourceLabel, useListContext, useResourceContext } from 'react-admin';
import type { CsvColumns } from './csv.ts';
import { useExports } from './exports.tsx';

/** All rows that match, as a file; it is made while one goes on. */
export function ExportButton<Row>({ columns }: { columns: CsvColumns<Row> }) {
  const resource = useResourceContext() ?? '';
  const { filterValues, filter, total } = useListContext();
  const name = useGetResourceLabel()(resource, 2);
  const exports = useExports();
  return (
    <Button
      label="ra.action.export"
      disabled={!total}
      onClick={() => exports.start({ resource, name, columns, filter: { ...filterValues, ...filter } })}
    >
      <DownloadIcon />
    </Button>
  );
}
