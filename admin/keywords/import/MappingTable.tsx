import { Box, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type ColumnName, columnNames, type Mapping } from '../../../schema/keyword-columns.ts';
import { resource } from '../../data/resource.ts';
import type { KeywordFile } from './keyword-file.ts';

interface MappingTableProps {
  readonly file: KeywordFile;
  readonly mapping: Mapping;
  onChange(mapping: Mapping): void;
}

/** Each column of the file: what it is taken for, and its first values. */
export function MappingTable({ file, mapping, onChange }: MappingTableProps) {
  const translate = useTranslate();
  const nameOf = (column: ColumnName) =>
    translate(`resources.${resource.keywords}.fields.${column === 'keyword' ? 'phrase' : column}`);
  const choose = (index: number, chosen: string) =>
    onChange(
      file.header.map((_, at) => {
        const now = mapping[at] ?? null;
        if (at === index) return columnNames.find((name) => name === chosen) ?? null;
        // A column is in one place only.
        return now === chosen ? null : now;
      }),
    );
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={translate('galley.import.preview')}
      sx={{ overflowX: 'auto' }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {file.header.map((name, index) => (
              <TableCell key={index} sx={{ minWidth: 150, verticalAlign: 'bottom' }}>
                <Box sx={{ minWidth: 150 }}>{name || translate('galley.import.unnamed')}</Box>
                <TextField
                  select
                  value={mapping[index] ?? ''}
                  onChange={({ target }) => choose(index, target.value)}
                  slotProps={{
                    select: {
                      displayEmpty: true,
                      SelectDisplayProps: { 'aria-label': translate('galley.import.takenFor', { name }) },
                    },
                  }}
                >
                  <MenuItem value="">
                    <em>{translate('galley.import.leftOut')}</em>
                  </MenuItem>
                  {columnNames.map((column) => (
                    <MenuItem key={column} value={column}>
                      {nameOf(column)}
                    </MenuItem>
                  ))}
                </TextField>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {file.preview.map((cells, row) => (
            <TableRow key={row}>
              {file.header.map((_, index) => (
                <TableCell
                  key={index}
                  sx={{ color: mapping[index] ? 'text.primary' : 'text.disabled', maxWidth: 260 }}
                >
                  {cells[index]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
