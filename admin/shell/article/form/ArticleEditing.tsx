import { useState } from 'react';
import { EditBase } from 'react-admin';
import { resource } from '../../../data/resource.ts';
import { type Article, wholeArticle } from '../article.ts';
import { ArticleForm, type ArticleFormProps } from './ArticleForm.tsx';

/** A draft being edited: nothing shows as saved before the API has said so. */
export function ArticleEditing({ article, ...form }: Omit<ArticleFormProps, 'saved'>) {
  const [saved, setSaved] = useState<Article | null>(null);
  return (
    <EditBase
      resource={resource.contents}
      id={article.id}
      mutationMode="pessimistic"
      redirect={false}
      // What went wrong stands on the page, not in a note that leads away from it.
      queryOptions={{ meta: wholeArticle, onError: () => {} }}
      mutationOptions={{ meta: wholeArticle, onSuccess: (data: Article) => setSaved(data) }}
    >
      <ArticleForm article={article} saved={saved} {...form} />
    </EditBase>
  );
}
