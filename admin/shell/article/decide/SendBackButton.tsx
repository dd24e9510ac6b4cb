import { Button } from '@mui/material';
import { useCanAccess, useTranslate } from 'ra-core';
import { useState } from 'react';
import { resource } from '../../../data/resource.ts';
import type { Article } from '../article.ts';
import { SendBackDialog } from './SendBackDialog.tsx';
import { useReviewActions } from './use-review-actions.ts';

/** Of what is published, for whoever may decide: it cannot be edited, nor what is being written saved, before that. */
export function SendBackButton({ article: { id, title, status } }: { article: Article }) {
  const translate = useTranslate();
  const { sendBack } = useReviewActions();
  const [isOpen, setOpen] = useState(false);
  const mayReview = useCanAccess({ resource: resource.contents, action: 'review' }).canAccess === true;
  if (status !== 'PUBLISHED' || !mayReview) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} sx={{ mt: 1, ml: -1 }}>
        {translate('galley.review.sendBack')}
      </Button>
      {isOpen && (
        <SendBackDialog
          title={title}
          onClose={() => setOpen(false)}
          onSubmit={(reason) => sendBack([id], reason)}
        />
      )}
    </>
  );
}
