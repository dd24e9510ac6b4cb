import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import type { Article } from '../shell/article/article.ts';
import { SendBackButton } from '../shell/article/decide/SendBackButton.tsx';

/** Where a person decides about it: at the review desk or, of what is published, here. */
export function NextStep({ article }: { article: Article }) {
  const translate = useTranslate();
  if (article.status !== 'REVIEW') return <SendBackButton article={article} />;
  return (
    <Button component={Link} to={`/writer/review?draft=${article.id}`} sx={{ mt: 1, ml: -1 }}>
      {translate('galley.article.toReview')}
    </Button>
  );
}
