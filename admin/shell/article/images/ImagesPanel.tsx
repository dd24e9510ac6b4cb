import { Box, Button, Typography } from '@mui/material';
import { useCanAccess, useTranslate } from 'ra-core';
import { resource } from '../../../data/resource.ts';
import type { Article } from '../article.ts';
import { awaitsPictures, isWaiting } from './awaits-pictures.ts';
import { FollowsRun } from './FollowsRun.tsx';
import { ImageCard } from './ImageCard.tsx';
import { useImageActions } from './use-image-actions.ts';

/** A draft's pictures: each with what it shows, and how to mend what is wrong with it. */
export function ImagesPanel({ article }: { article: Article }) {
  const translate = useTranslate();
  const actions = useImageActions(article);
  const mayWrite = useCanAccess({ resource: resource.images, action: 'edit' }).canAccess === true;
  const mayRun = useCanAccess({ resource: resource.runs, action: 'create' }).canAccess === true;
  const { images, status } = article;
  if (images.length === 0)
    return <Typography color="textSecondary">{translate('galley.article.image.none')}</Typography>;
  const isOpen = mayWrite && status !== 'PUBLISHED';
  const waiting = images.filter(isWaiting);
  return (
    <>
      {awaitsPictures(article) && <FollowsRun siteId={article.siteId} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {images.map((image) => (
          <ImageCard
            key={image.id}
            image={image}
            actions={isOpen ? actions : undefined}
            mayDraw={isOpen && mayRun}
          />
        ))}
      </Box>
      {isOpen && mayRun && waiting.length > 0 && (
        <Button sx={{ mt: 1 }} onClick={() => actions.draw(waiting)}>
          {translate('galley.article.image.drawWaiting', { smart_count: waiting.length })}
        </Button>
      )}
    </>
  );
}
