import { useState } from 'react';
import { Loading, Title, useCanAccess, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { resource } from '../data/resource.ts';
import { ArticleView } from '../shell/article/ArticleView.tsx';
import { type Article, wholeArticle } from '../shell/article/article.ts';
import { ArticleEditing } from '../shell/article/form/ArticleEditing.tsx';
import { useSiteInAddress } from '../shell/site/use-site-in-address.ts';
import { UnreadPage } from '../shell/UnreadPage.tsx';
import { ContentLayout } from './ContentLayout.tsx';

/**
 * A draft with all that is known of it, and its site, whichever was chosen: to be edited by whoever may, while it is not
 * published.
 */
export function ContentPage() {
  const { id = '' } = useParams();
  const { data: article, error } = useGetOne<Article>(resource.contents, { id, meta: wholeArticle });
  useSiteInAddress(article?.siteId);
  const { canAccess, isPending } = useCanAccess({ resource: resource.contents, action: 'edit' });
  const [hasEdits, setHasEdits] = useState(false);
  // Nobody loses what they are writing by its being read again in vain.
  if (error && !article) return <UnreadPage error={error} />;
  if (!article || isPending) return <Loading />;
  // Nor by its being closed meanwhile.
  if (!hasEdits && (!canAccess || article.status === 'PUBLISHED')) {
    return (
      <ContentLayout article={article} note={canAccess ? 'galley.article.closed' : 'galley.article.viewing'}>
        <Title title={article.title} />
        <ArticleView article={article} />
      </ContentLayout>
    );
  }
  return (
    <ContentLayout article={article}>
      <Title title={article.title} />
      <ArticleEditing article={article} onEdits={setHasEdits} />
    </ContentLayout>
  );
}
