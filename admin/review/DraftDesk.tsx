import { Alert, Box, Paper } from '@mui/material';
import type { Ref } from 'react';
import { Loading, useGetOne, useTranslate } from 'react-admin';
import { resource } from '../data/resource.ts';
import { ArticleView } from '../shell/article/ArticleView.tsx';
import { type Article, wholeArticle } from '../shell/article/article.ts';
import { ArticleEditing } from '../shell/article/form/ArticleEditing.tsx';
import { DraftFacts } from './DraftFacts.tsx';

interface DraftDeskProps {
  readonly ref: Ref<HTMLElement>;
  readonly id: string;
  /** Is had ready. */
  readonly nextId: string | undefined;
  readonly isEditing: boolean;
  readonly onEnd: () => void;
}

/** The draft as it will look, or its form, beside its facts. */
export function DraftDesk({ ref, id, nextId, isEditing, onEnd }: DraftDeskProps) {
  const translate = useTranslate();
  const { data: article, error } = useGetOne<Article>(resource.contents, { id, meta: wholeArticle });
  useGetOne<Article>(
    resource.contents,
    { id: nextId, meta: wholeArticle },
    { enabled: nextId !== undefined },
  );
  return (
    <Box
      component="section"
      ref={ref}
      tabIndex={-1}
      aria-label={article ? translate('galley.review.draft', { title: article.title }) : undefined}
      sx={{ outline: 'none', scrollMarginTop: 120 }}
    >
      {error && <Alert severity="error">{error.message}</Alert>}
      {!article && !error && <Loading loadingPrimary="galley.review.opening" loadingSecondary="" />}
      {article && (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              lg: 'minmax(0, 1fr) 244px',
              xl: 'minmax(0, 1fr) 320px',
            },
            gap: { xs: 3, lg: 2, xl: 3 },
            alignItems: 'start',
          }}
        >
          {isEditing ? (
            <ArticleEditing article={article} onEnd={onEnd} />
          ) : (
            <Paper sx={{ px: { xs: 2, sm: 4, lg: 3, xl: 5 }, py: { xs: 2.5, sm: 4 }, minWidth: 0 }}>
              <ArticleView article={article} />
            </Paper>
          )}
          <DraftFacts article={article} isEditing={isEditing} />
        </Box>
      )}
    </Box>
  );
}
