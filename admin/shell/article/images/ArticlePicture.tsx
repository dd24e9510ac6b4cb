import BrokenIcon from '@mui/icons-material/BrokenImageOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmptyOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ArticleImage } from '../article.ts';

/** A picture in its place; one that is not there yet says so, in a place of the same size. */
export function ArticlePicture({ image }: { image: ArticleImage }) {
  const translate = useTranslate();
  const { url, alt, width, height, failure } = image;
  const frame = { width: '100%', borderRadius: 1, border: '1px solid', borderColor: 'divider' };
  if (url) {
    return (
      <Box component="figure" sx={{ m: 0, mb: 2.5 }}>
        <Box
          component="img"
          src={url}
          alt={alt}
          width={width ?? undefined}
          height={height ?? undefined}
          loading="lazy"
          sx={{ ...frame, display: 'block', height: 'auto' }}
        />
      </Box>
    );
  }
  const Icon = failure ? BrokenIcon : PendingIcon;
  return (
    <Box
      role="img"
      aria-label={alt}
      sx={{
        ...frame,
        aspectRatio: '16 / 9',
        maxHeight: 260,
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 0.5,
        mb: 2.5,
        p: 2,
        textAlign: 'center',
        borderStyle: 'dashed',
        color: failure ? 'error.main' : 'text.secondary',
      }}
    >
      <Icon aria-hidden />
      {translate(failure ? 'galley.article.image.failed' : 'galley.article.image.pending')}
    </Box>
  );
}
