import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  useMediaQuery,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Mapping } from '../../../schema/keyword-columns.ts';
import { guessMapping, type KeywordFile, readKeywordFile, toImport } from './keyword-file.ts';
import { MappingTable } from './MappingTable.tsx';
import { useImport } from './use-import.ts';

/** As the API takes it at once. */
const mostCharacters = 1_000_000;

interface ImportDialogProps {
  readonly siteId: string;
  readonly file: KeywordFile;
  /** Called with the file as it is to be read. */
  onChange(file: KeywordFile): void;
  onClose(): void;
}

/** What of a file is taken for what, before anything is imported. */
export function ImportDialog({ siteId, file, onChange, onClose }: ImportDialogProps) {
  const translate = useTranslate();
  const importList = useImport();
  const [mapping, setMapping] = useState<Mapping>(() => guessMapping(file.header));
  const [isBusy, setIsBusy] = useState(false);
  const isNarrow = useMediaQuery('(max-width: 600px)');
  const list = toImport(file, mapping);
  const problem = problemOf(file, mapping, list.csv);
  const onImport = async () => {
    setIsBusy(true);
    // It leads to another page, where it works.
    await importList({ siteId, name: file.name, ...list }, file);
    setIsBusy(false);
  };
  const onHeader = (isThere: boolean) => {
    const read = readKeywordFile(file.name, file.text, isThere);
    setMapping(guessMapping(read.header));
    onChange(read);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      fullWidth
      fullScreen={isNarrow}
      aria-labelledby="import-title"
    >
      <DialogTitle id="import-title">{translate('galley.import.title', { name: file.name })}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate('galley.import.mapping')}</DialogContentText>
        <MappingTable file={file} mapping={mapping} onChange={setMapping} />
        <FormControlLabel
          control={<Checkbox checked={file.hasHeader} onChange={({ target }) => onHeader(target.checked)} />}
          label={translate('galley.import.hasHeader')}
        />
        {problem && (
          <DialogContentText color="error" role="alert" sx={{ mt: 2 }}>
            {translate(`galley.import.${problem}`)}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={isBusy || problem !== null} onClick={onImport}>
          {isBusy
            ? translate('galley.import.busy')
            : translate('galley.import.action', { smart_count: file.rowCount })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function problemOf(
  file: KeywordFile,
  mapping: Mapping,
  csv: string,
): 'noRows' | 'noKeyword' | 'tooLong' | null {
  if (file.rowCount === 0) return 'noRows';
  if (!mapping.includes('keyword')) return 'noKeyword';
  return csv.length > mostCharacters ? 'tooLong' : null;
}
