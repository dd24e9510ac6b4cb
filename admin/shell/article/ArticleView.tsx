import { Box, Typography } from '@mui/material';
import { useMemo } from 'react';
import type { Article } from './article.ts';
import { articleLook } from './article-look.ts';
import { type ArticlePart, articleParts } from './article-parts.ts';
import { ArticlePicture } from './images/ArticlePicture.tsx';

/** A draft as it will look: its title, its text and its pictures in their places. */
export function ArticleView({ article }: { article: Article }) {
  const { title, html, images } = article;
  const parts = useMemo(
    () =>
      articleParts(
        html,
        images.map(({ position }) => position),
      ),
    [html, images],
  );
  return (
    <Box component="article" lang={article.site?.language} sx={{ maxWidth: '68ch', mx: 'auto', minWidth: 0 }}>
      <Typography
        variant="h2"
        sx={{
          fontFamily: 'ui-serif, Georgia, serif',
          fontSize: { xs: '1.625rem', xl: '2rem' },
          lineHeight: 1.2,
          letterSpacing: '-0.015em',
          mb: 2.5,
        }}
      >
        {title}
      </Typography>
      {parts.map((part) => (
        <Part key={part.kind === 'text' ? part.html : part.position} part={part} images={images} />
      ))}
    </Box>
  );
}

function Part({ part, images }: { part: ArticlePart; images: Article['images'] }) {
  if (part.kind === 'picture') {
    const image = images.find(({ position }) => position === part.position);
    return image ? <ArticlePicture image={image} /> : null;
  }
  // The API has made it safe, and the page's policy lets nothing in it run.
  return <Box sx={articleLook} dangerouslySetInnerHTML={{ __html: part.html }} />;
}
