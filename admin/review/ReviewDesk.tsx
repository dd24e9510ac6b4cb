import { Box } from '@mui/material';
import { useCanAccess } from 'ra-core';
import { type ReactNode, useRef, useState } from 'react';
import { resource } from '../data/resource.ts';
import { useReviewActions } from '../shell/article/decide/use-review-actions.ts';
import type { Site } from '../shell/site/use-site.ts';
import { DeskBar } from './DeskBar.tsx';
import { DraftDesk } from './DraftDesk.tsx';
import type { ReviewRow } from './data.ts';
import { QueuePlace } from './queue/QueuePlace.tsx';
import { type OpenDialog, ReviewDialogs } from './ReviewDialogs.tsx';
import { useAsRead } from './use-as-read.ts';
import { useDesk } from './use-desk.ts';
import { useKeys } from './use-keys.ts';
import { useReadingOn } from './use-reading-on.ts';

interface ReviewDeskProps {
  readonly site: Site;
  readonly drafts: readonly ReviewRow[];
  /** Shown where there are none. */
  readonly empty: ReactNode;
}

/** The queue at the left, the draft beside its facts, and what can be decided about it. */
export function ReviewDesk({ site, drafts, empty }: ReviewDeskProps) {
  const actions = useReviewActions();
  const asRead = useAsRead();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  /** Stays open to be saved, whatever becomes of it in the queue meanwhile. */
  const [editing, setEditing] = useState<ReviewRow | null>(null);
  const shown = editing && !drafts.some(({ id }) => id === editing.id) ? [editing, ...drafts] : drafts;
  const desk = useDesk(shown);
  const mayReview = useCanAccess({ resource: resource.contents, action: 'review' }).canAccess === true;
  const mayEdit = useCanAccess({ resource: resource.contents, action: 'edit' }).canAccess === true;
  const { current } = desk;
  const isEditing = current !== undefined && editing?.id === current.id;
  // It ends with the draft that is left: else that would stand in the queue for ever, and open as a form again.
  if (editing && !isEditing) setEditing(null);
  /** Of now, for whoever waits for an answer. */
  const stays = useRef(false);
  stays.current = isEditing;
  const close = () => setOpen(null);
  const { article, readOn } = useReadingOn(current?.id, open !== null);
  const approve = async () => {
    if (!current || current.approved || !(await actions.approve(asRead(current)))) return;
    if (!stays.current && desk.goOnFrom(current.id)) readOn();
  };
  const publishable = current ? [current] : [];
  useKeys({
    j: isEditing ? undefined : () => desk.step(1),
    k: isEditing ? undefined : () => desk.step(-1),
    '?': () => setOpen('keys'),
    ...(mayEdit && current && !isEditing && { e: () => setEditing(current) }),
    ...(mayReview &&
      current &&
      !isEditing && {
        a: () => void approve(),
        r: () => setOpen({ sendBack: current }),
        p: () => setOpen({ publish: publishable }),
      }),
  });
  const page = current && (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: '236px minmax(0, 1fr)',
          xl: '300px minmax(0, 1fr)',
        },
        gap: { xs: 0, md: 2, xl: 3 },
        alignItems: 'start',
      }}
    >
      <QueuePlace
        site={site}
        drafts={shown}
        desk={desk}
        maySelect={mayReview}
        isDrawerOpen={open === 'queue'}
        onClose={close}
        onPublish={(chosen) => setOpen({ publish: chosen })}
      />
      <Box sx={{ minWidth: 0 }}>
        <DeskBar
          desk={desk}
          count={shown.length}
          mayReview={mayReview && !isEditing}
          mayEdit={mayEdit && !isEditing}
          onApprove={() => void approve()}
          onSendBack={() => setOpen({ sendBack: current })}
          onEdit={() => setEditing(current)}
          onPublish={() => setOpen({ publish: publishable })}
          onKeys={() => setOpen('keys')}
          onQueue={() => setOpen('queue')}
        />
        <DraftDesk
          ref={article}
          id={current.id}
          nextId={shown[desk.index + 1]?.id}
          isEditing={isEditing}
          onEnd={() => {
            setEditing(null);
            readOn();
          }}
        />
      </Box>
    </Box>
  );
  // In one place, whatever is left of the queue: what came of a publication stays to be read.
  return (
    <>
      {page ?? empty}
      <ReviewDialogs
        {...{ site, open, mayReview, mayEdit }}
        onClose={close}
        onSendBack={async ({ id }, reason) => {
          const isDone = await actions.sendBack([id], reason);
          if (isDone) readOn();
          return isDone;
        }}
        onPublished={(ids) => desk.toggle(ids, false)}
      />
    </>
  );
}
