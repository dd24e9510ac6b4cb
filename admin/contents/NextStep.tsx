import { Button } from '@mui/material';
import { useCanAccess, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { resource } from '../data/resource.ts';
import type { Article } from '../shell/article/article.ts';
import { SendBackDialog } from '../shell/article/decide/SendBackDialog.tsx';
import { useReviewActions } from '../shell/article/decide/use-review-actions.ts';

/** Where a person decides about it: at the review desk or, of what is published, here. */
export function NextStep({ article: { id, title, status } }: { article: Article }) {
  const translate = useTranslate();
  const { sendBack } = useReviewActions();
  const [isOpen, setOpen] = useState(false);
  const mayReview = useCanAccess({ resource: resource.contents, action: 'review' }).canAccess === true;
  if (status === 'REVIEW') {
    return (
      <Button component={Link} to={`/writer/review?draft=${id}`} sx={placed}>
        {translate('galley.article.toReview')}
      </Button>
    );
  }
  if (status !== 'PUBLISHED' || !mayReview) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} sx={placed}>
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

const placed = { mt: 1, ml: -1 };
