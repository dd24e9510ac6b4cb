import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useEffect, useRef } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import type { ReviewRow } from '../data.ts';
import type { QueuePlaceProps } from './QueuePlace.tsx';
import { QueueRow } from './QueueRow.tsx';
import { QueueItem, QueueList } from './queue-elements.tsx';

type QueueProps = Omit<QueuePlaceProps, 'isDrawerOpen' | 'onClose'>;

/** The drafts that wait, of which only those in sight are drawn, and what can be done with those selected. */
export function Queue({ site, drafts, desk, maySelect, onPublish }: QueueProps) {
  const translate = useTranslate();
  const list = useRef<VirtuosoHandle>(null);
  const { index, selected, current } = desk;
  useEffect(() => {
    list.current?.scrollIntoView({ index });
  }, [index]);
  const chosen = drafts.filter(({ id }) => selected.has(id));
  const approved = drafts.filter((draft) => draft.approved).map(({ id }) => id);
  const selectApproved = () => {
    desk.toggle([...selected], false);
    desk.toggle(approved, true);
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box sx={{ pb: 1 }}>
        <Typography variant="h2">
          {translate('galley.review.waiting', { smart_count: drafts.length })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('galley.review.ofSite', { site: site.name, approved: approved.length })}
        </Typography>
      </Box>
      {maySelect && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: 40 }}>
          <SelectAll drafts={drafts} chosen={chosen} onToggle={desk.toggle} />
          {approved.length > 0 && (
            <Button size="small" onClick={selectApproved}>
              {translate('galley.review.selectApproved')}
            </Button>
          )}
          {chosen.length > 0 && (
            <Button variant="contained" size="small" sx={{ ml: 'auto' }} onClick={() => onPublish(chosen)}>
              {translate('galley.review.publishSelected', { smart_count: chosen.length })}
            </Button>
          )}
        </Box>
      )}
      <Virtuoso
        ref={list}
        data={drafts}
        style={{ flex: 1, minHeight: 0 }}
        initialTopMostItemIndex={Math.max(0, index)}
        increaseViewportBy={200}
        computeItemKey={(_, { id }) => id}
        components={{ List: QueueList, Item: QueueItem }}
        context={{ count: drafts.length, label: translate('galley.review.queue') }}
        itemContent={(_, draft) => (
          <QueueRow
            draft={draft}
            isOpen={draft.id === current?.id}
            isSelected={selected.has(draft.id)}
            onOpen={desk.open}
            onToggle={maySelect ? desk.toggle : undefined}
          />
        )}
      />
    </Box>
  );
}

interface SelectAllProps {
  readonly drafts: readonly ReviewRow[];
  readonly chosen: readonly ReviewRow[];
  readonly onToggle: (ids: readonly string[], isOn: boolean) => void;
}

function SelectAll({ drafts, chosen, onToggle }: SelectAllProps) {
  const translate = useTranslate();
  return (
    <FormControlLabel
      label={translate('galley.review.selectAll')}
      control={
        <Checkbox
          checked={chosen.length === drafts.length}
          indeterminate={chosen.length > 0 && chosen.length < drafts.length}
          onChange={(_, isOn) =>
            onToggle(
              drafts.map(({ id }) => id),
              isOn,
            )
          }
        />
      }
      sx={{ ml: -0.5, mr: 0 }}
    />
  );
}
