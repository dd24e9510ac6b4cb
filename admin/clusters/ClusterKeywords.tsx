import { Alert, Box, Button, Chip } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { ClusterQuery, KeywordRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { MoveDialog } from '../shell/clusters/MoveDialog.tsx';
import { Panel } from '../shell/Panel.tsx';
import { useRight } from '../shell/use-right.ts';
import { MergeIntoButton } from './MergeIntoButton.tsx';
import { SplitDialog } from './SplitDialog.tsx';

/** As many as can be moved at once. */
const mostKeywords = 1_000;

/** A cluster's keywords: pressed to be chosen, then moved or split off. */
export function ClusterKeywords({ cluster }: { cluster: ClusterQuery['cluster'] }) {
  const translate = useTranslate();
  const canWrite = useRight('WRITE');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'move' | 'split' | null>(null);
  const { data = [], error } = useGetList<KeywordRowFragment>(resource.keywords, {
    // Its own site: which is chosen may not be known yet.
    filter: { siteId: cluster.siteId, clusterId: cluster.id },
    sort: { field: 'phrase', order: 'ASC' },
    pagination: { page: 1, perPage: mostKeywords },
  });
  const ids = data.flatMap(({ id }) => (chosen.has(id) ? id : []));
  const toggle = (id: string) =>
    setChosen(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  const close = (isDone: boolean) => {
    setOpen(null);
    if (isDone) setChosen(new Set());
  };
  return (
    <Panel
      title={translate('galley.clusters.keywords', { smart_count: cluster.keywordCount })}
      actions={canWrite && <MergeIntoButton cluster={cluster} />}
    >
      {error && <Alert severity="error">{error.message}</Alert>}
      <Box
        component="ul"
        aria-label={translate(`resources.${resource.keywords}.name`, { smart_count: 2 })}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 0.75,
          p: 0,
          m: 0,
          listStyle: 'none',
          // A line of them, also while they are on their way.
          minHeight: cluster.keywordCount > 0 ? 32 : 0,
        }}
      >
        {data.map(({ id, phrase }) => (
          <li key={id}>
            <Chip
              label={phrase}
              variant={chosen.has(id) ? 'filled' : 'outlined'}
              color={chosen.has(id) ? 'primary' : 'default'}
              {...(canWrite && { onClick: () => toggle(id), 'aria-pressed': chosen.has(id) })}
            />
          </li>
        ))}
      </Box>
      {canWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 2 }}>
          <Box role="status" sx={{ color: 'text.secondary' }}>
            {ids.length === 0
              ? translate('galley.clusters.press')
              : translate('galley.lists.chosen.some', { smart_count: ids.length })}
          </Box>
          <Button size="small" disabled={ids.length === 0} onClick={() => setOpen('move')}>
            {translate('galley.move.open')}
          </Button>
          <Button size="small" disabled={ids.length === 0} onClick={() => setOpen('split')}>
            {translate('galley.clusters.split.open')}
          </Button>
        </Box>
      )}
      {open === 'move' && (
        <MoveDialog
          choice={{ siteId: cluster.siteId, ids }}
          count={ids.length}
          from={cluster.id}
          onClose={close}
        />
      )}
      {open === 'split' && <SplitDialog id={cluster.id} keywordIds={ids} onClose={close} />}
    </Panel>
  );
}
