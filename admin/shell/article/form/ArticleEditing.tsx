import { useState } from 'react';
import { EditBase } from 'react-admin';
import { resource } from '../../../data/resource.ts';
import { type Article, wholeArticle } from '../article.ts';
import { ArticleForm } from './ArticleForm.tsx';

interface ArticleEditingProps {
  readonly article: Article;
  /** Where editing ends without leaving the page. */
  readonly onEnd?: () => void;
}

/** A draft being edited: nothing shows as saved before the API has said so. */
export function ArticleEditing({ article, ...form }: ArticleEditingProps) {
  const [saved, setSaved] = useState<Article | null>(null);
  return (
    <EditBase
      resource={resource.contents}
      id={article.id}
      mutationMode="pessimistic"
      redirect={false}
      // Where it is read again in vain, nobody is led away from it.
      queryOptions={{ meta: wholeArticle, onError: () => {} }}
      mutationOptions={{ meta: wholeArticle, onSuccess: (data: Article) => setSaved(data) }}
    >
      <ArticleForm article={article} saved={saved} {...form} />
    </EditBase>
  );
}
