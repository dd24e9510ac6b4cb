import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import { resource } from '../data/resource.ts';
import { useWires } from '../data/wires.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { useAttempt } from '../shell/use-attempt.ts';

const splitDocument = graphql(`
  mutation SplitCluster($input: SplitClusterInput!) {
    splitCluster(input: $input) { cluster { id name } }
  }
`);

interface SplitDialogProps {
  readonly id: string;
  readonly keywordIds: readonly string[];
  onClose(isDone: boolean): void;
}

/** Makes a cluster of some of another's keywords, under a name of its own. */
export function SplitDialog({ id, keywordIds, onClose }: SplitDialogProps) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const [name, setName] = useState('');
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      const input = { id, name: name.trim(), keywordIds: [...keywordIds] };
      const { cluster } = (await ask(splitDocument, { input })).splitCluster;
      notify(
        <Alert severity="success">
          {translate('galley.clusters.split.done')}{' '}
          <ItemLink resource={resource.clusters} id={cluster.id}>
            {cluster.name}
          </ItemLink>
        </Alert>,
      );
    });
    if (isDone) onClose(true);
  };
  return (
    <Dialog open onClose={() => onClose(false)} fullWidth maxWidth="xs" aria-labelledby="split-title">
      <form onSubmit={onSubmit}>
        <DialogTitle id="split-title">
          {translate('galley.clusters.split.title', { smart_count: keywordIds.length })}
        </DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            label={translate('galley.clusters.split.name')}
            helperText={translate('galley.clusters.split.help')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onClose(false)}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={name.trim() === ''}>
            {translate('galley.clusters.split.action')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
