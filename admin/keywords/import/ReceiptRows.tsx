import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { resource } from '../../data/resource.ts';
import { Panel } from '../../shell/Panel.tsx';

interface ReceiptRowsProps {
  /** What became of them. */
  readonly title: 'bad' | 'duplicate' | 'known';
  readonly rows: readonly {
    readonly line: number;
    readonly phrase?: string | null;
    readonly problem?: string | null;
  }[];
  readonly total: number;
}

/** The lines that brought no keyword, each with its number and why. */
export function ReceiptRows({ title, rows, total }: ReceiptRowsProps) {
  const translate = useTranslate();
  if (total === 0) return null;
  const hasPhrase = rows.some(({ phrase }) => phrase);
  const hasProblem = rows.some(({ problem }) => problem);
  return (
    <Panel title={translate(`galley.import.lists.${title}`, { smart_count: total })} isPadded={false}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align="right" sx={{ width: 72 }}>
              {translate('galley.import.line')}
            </TableCell>
            {hasPhrase && <TableCell>{translate(`resources.${resource.keywords}.fields.phrase`)}</TableCell>}
            {hasProblem && <TableCell>{translate('galley.import.problem')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ line, phrase, problem }) => (
            <TableRow key={line}>
              <TableCell align="right">{line}</TableCell>
              {hasPhrase && <TableCell>{phrase}</TableCell>}
              {hasProblem && <TableCell>{problem}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rows.length < total && (
        <Typography sx={{ p: 2, color: 'text.secondary' }}>
          {translate('galley.import.more', { count: total - rows.length })}
        </Typography>
      )}
    </Panel>
  );
}
