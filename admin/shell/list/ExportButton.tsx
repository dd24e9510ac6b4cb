import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Button, useGetResourceLabel, useListContext, useResourceContext } from 'react-admin';
import { useSite } from '../site/use-site.ts';
import type { CsvColumns } from './csv.ts';
import { useExports } from './exports.tsx';

/** All rows that match, as a file; it is made while one goes on. */
export function ExportButton<Row>({ columns }: { columns: CsvColumns<Row> }) {
  const resource = useResourceContext() ?? '';
  const { filterValues, filter, total } = useListContext();
  const name = useGetResourceLabel()(resource, 2);
  const { site } = useSite();
  const exports = useExports();
  return (
    <Button
      label="ra.action.export"
      disabled={!total}
      onClick={() =>
        exports.start({
          resource,
          name,
          // Whoever has many sites has many files of this name, and of each site one for each time.
          file: [site?.name, name, today()].filter(Boolean).join(' '),
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
