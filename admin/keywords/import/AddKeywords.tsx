import AddIcon from '@mui/icons-material/Add';
import {
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Button as MuiButton,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { Button, useTranslate } from 'react-admin';
import { useSite } from '../../shell/site/use-site.ts';
import { useRight } from '../../shell/use-right.ts';
import { useImport } from './use-import.ts';

/** Keywords by hand, one a line. */
export function AddKeywords() {
  const translate = useTranslate();
  const { site } = useSite();
  const canWrite = useRight('WRITE');
  const importList = useImport();
  const [text, setText] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  if (!canWrite || !site) return null;
  const rows = (text ?? '').split('\n').flatMap((line) => (line.trim() ? [{ keyword: line.trim() }] : []));
  const close = () => setText(null);
  const add = async () => {
    setIsBusy(true);
    const isDone = await importList({ siteId: site.id, name: translate('galley.import.byHand'), rows });
    setIsBusy(false);
    if (isDone) close();
  };
  return (
    <>
      <Button label="galley.import.add" onClick={() => setText('')}>
        <AddIcon />
      </Button>
      <Dialog open={text !== null} onClose={close} fullWidth maxWidth="sm" aria-labelledby="add-title">
        <DialogTitle id="add-title">{translate('galley.import.addTitle', { site: site.name })}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            multiline
            minRows={6}
            maxRows={16}
            label={translate('galley.import.lines')}
            value={text ?? ''}
            onChange={({ target }) => setText(target.value)}
          />
        </DialogContent>
        <DialogActions>
          <MuiButton onClick={close}>{translate('ra.action.cancel')}</MuiButton>
          <MuiButton variant="contained" disabled={isBusy || rows.length === 0} onClick={add}>
            {translate('galley.import.addAction', { smart_count: rows.length })}
          </MuiButton>
        </DialogActions>
      </Dialog>
    </>
  );
}
