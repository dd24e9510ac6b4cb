import { Box, Chip } from '@mui/material';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { MoveDialog } from '../shell/clusters/MoveDialog.tsx';
import { useMove } from '../shell/clusters/use-move.ts';
import { useSite } from '../shell/site/use-site.ts';
import { useRight } from '../shell/use-right.ts';

interface Phrase {
  readonly id: string;
  readonly phrase: string;
}

/** As what a dragged chip is known to other clusters. */
const dragged = 'application/x-galley-keyword';
const mostShown = 12;

interface KeywordChipsProps {
  readonly clusterId: string;
  readonly keywords: readonly Phrase[];
  /** How many there are in all. */
  readonly count: number;
}

/** A cluster's keywords: dragged onto another cluster's, or moved by pressing one, they change their cluster. */
export function KeywordChips({ clusterId, keywords, count }: KeywordChipsProps) {
  const translate = useTranslate();
  const { site } = useSite();
  const canWrite = useRight('WRITE');
  const [moved, setMoved] = useState<Phrase | null>(null);
  const shown = keywords.slice(0, mostShown);
  const chips = shown.map(({ id, phrase }) => {
    const onDragStart = ({ dataTransfer }: DragEvent) =>
      dataTransfer.setData(dragged, JSON.stringify({ id, from: clusterId }));
    const handlers = { draggable: true, onDragStart, onClick: () => setMoved({ id, phrase }) };
    return (
      <li key={id}>
        <Chip
          label={phrase}
          size="small"
          variant="outlined"
          {...(canWrite && { ...handlers, 'aria-label': translate('galley.move.chip', { phrase }) })}
        />
      </li>
    );
  });
  const left = count - shown.length;
  return (
    <DropCluster id={clusterId}>
      <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, p: 0, m: 0, listStyle: 'none' }}>
        {chips}
        {left > 0 && <Box component="li">{translate('galley.clusters.more', { count: left })}</Box>}
      </Box>
      {moved && site && (
        <MoveDialog
          choice={{ siteId: site.id, ids: [moved.id] }}
          count={1}
          from={clusterId}
          onClose={() => setMoved(null)}
        />
      )}
    </DropCluster>
  );
}

/** Takes the chips that are dropped on it. */
function DropCluster({ id, children }: { id: string; children: ReactNode }) {
  const { site } = useSite();
  const move = useMove();
  const [isOver, setIsOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragged)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setIsOver(false);
    const text = event.dataTransfer.getData(dragged);
    if (text === '' || !site) return;
    event.preventDefault();
    const keyword: { id: string; from: string } = JSON.parse(text);
    if (keyword.from !== id) void move.into({ siteId: site.id, ids: [keyword.id] }, id);
  };
  return (
    <Box
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      sx={{
        minWidth: 220,
        minHeight: 26,
        borderRadius: 1,
        outline: isOver ? '2px dashed' : 'none',
        outlineColor: 'primary.main',
        outlineOffset: 2,
      }}
    >
      {children}
    </Box>
  );
}
