import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { Article } from './article.ts';

/** What search engines will read of it, laid out for people. */
export function StructuredData({ article: { structuredData } }: { article: Article }) {
  const translate = useTranslate();
  if (!structuredData) return null;
  return (
    <Box component="details" sx={{ minWidth: 0 }}>
      <Box component="summary" sx={{ cursor: 'pointer', mb: 1 }}>
        {translate('galley.article.data.show')}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('galley.article.data.help')}{' '}
        <Link href="https://schema.org/Article" target="_blank" rel="noreferrer">
          schema.org/Article
        </Link>
      </Typography>
      <Box
        component="pre"
        // Scrolled by keys, too.
        tabIndex={0}
        role="region"
        aria-label={translate('galley.article.data.title')}
        sx={{
          m: 0,
          p: 1.5,
          fontSize: '0.75rem',
          overflow: 'auto',
          maxHeight: 320,
          border: '1px solid',
          borderColor: 'divider',
          borderRadius: 1,
        }}
      >
        {JSON.stringify(JSON.parse(structuredData), null, 2)}
      </Box>
    </Box>
  );
}
