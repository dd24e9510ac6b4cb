import { Alert, Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { ArticleStanding } from '../shell/article/ArticleStanding.tsx';
import type { Article } from '../shell/article/article.ts';
import { ImagesPanel } from '../shell/article/images/ImagesPanel.tsx';
import { Lineage } from '../shell/article/Lineage.tsx';
import { ReviewHistory } from '../shell/article/ReviewHistory.tsx';
import { Section } from '../shell/article/Section.tsx';
import { StructuredData } from '../shell/article/StructuredData.tsx';
import { NextStep } from './NextStep.tsx';

interface ContentLayoutProps {
  readonly article: Article;
  /** Why it cannot be edited, where it cannot. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** The article at the left, and what is known of it beside, or below on a narrow screen. */
export function ContentLayout({ article, note, children }: ContentLayoutProps) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
        gap: { xs: 3, lg: 4 },
        pt: 2,
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        {note && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {translate(note)}
          </Alert>
        )}
        {children}
      </Box>
      <Box component="aside" aria-label={translate('galley.article.about')} sx={{ minWidth: 0 }}>
        <Section title={translate('galley.article.standing.title')}>
          <ArticleStanding article={article} />
          <NextStep article={article} />
        </Section>
        <Section title={translate('galley.article.history.title')}>
          <ReviewHistory article={article} />
        </Section>
        <Section title={translate('galley.article.image.title')}>
          <ImagesPanel article={article} />
        </Section>
        <Section title={translate('galley.article.lineage.title')}>
          <Lineage article={article} />
        </Section>
        <Section title={translate('galley.article.data.title')}>
          <StructuredData article={article} />
        </Section>
      </Box>
    </Box>
  );
}
