import { Box, Drawer, type Theme, useMediaQuery } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { Site } from '../../shell/site/use-site.ts';
import type { ReviewRow } from '../data.ts';
import type { Desk } from '../use-desk.ts';
import { Queue } from './Queue.tsx';

export interface QueuePlaceProps {
  readonly site: Site;
  readonly drafts: readonly ReviewRow[];
  readonly desk: Desk;
  readonly maySelect: boolean;
  readonly isDrawerOpen: boolean;
  readonly onClose: () => void;
  readonly onPublish: (chosen: readonly ReviewRow[]) => void;
}

/** The queue beside the draft; on a narrow screen, a drawer. */
export function QueuePlace({ isDrawerOpen, onClose, desk, ...queue }: QueuePlaceProps) {
  const translate = useTranslate();
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (isWide) {
    return (
      <Box
        component="nav"
        aria-label={translate('galley.review.queue')}
        sx={{ position: 'sticky', top: 60, height: 'calc(100dvh - 76px)' }}
      >
        <Queue desk={desk} {...queue} />
      </Box>
    );
  }
  const openAndClose: Desk = {
    ...desk,
    open(id) {
      desk.open(id);
      onClose();
    },
  };
  return (
    <Drawer
      open={isDrawerOpen}
      onClose={onClose}
      slotProps={{
        paper: { 'aria-label': translate('galley.review.queue'), sx: { width: 'min(340px, 90vw)', p: 1.5 } },
      }}
    >
      <Queue desk={openAndClose} {...queue} />
    </Drawer>
  );
}
