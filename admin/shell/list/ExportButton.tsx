import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Button, useGetResourceLabel, useListContext, useResourceContext } from 'react-admin';
import type { CsvColumns } from './csv.ts';
import { useExports } from './exports.tsx';

interface ExportButtonProps<Row> {
  readonly columns: CsvColumns<Row>;
  /** The site's name, where the list is of one: whoever has many sites has many files. */
  readonly of?: string | undefined;
}

/** All rows that match, as a file; it is made while one goes on. */
export function ExportButton<Row>({ columns, of }: ExportButtonProps<Row>) {
  const resource = useResourceContext() ?? '';
  const { filterValues, filter, total } = useListContext();
  const name = useGetResourceLabel()(resource, 2);
  const exports = useExports();
  return (
    <Button
      label="ra.action.export"
      disabled={!total}
      onClick={() =>
        exports.start({
          resource,
          name,
          // One is made again another day.
          file: [of, name, today()].filter(Boolean).join(' '),
          columns,
          filter: { ...filterValues, ...filter },
        })
      }
    >
      <DownloadIcon />
    </Button>
  );
}

/** Such as 2026-01-31, as the viewer's days begin. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
