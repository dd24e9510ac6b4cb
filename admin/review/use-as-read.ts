import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SeenContentInput } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { type Article, wholeArticle } from '../shell/article/article.ts';
import type { ReviewRow } from './data.ts';

/**
 * Tells which version of a draft the person knows, so that nothing is decided about another. The queue is read anew
 * by itself: what it says of a draft that was opened counts only where somebody has approved that.
 */
export function useAsRead(): (draft: ReviewRow) => SeenContentInput {
  const cache = useQueryClient();
  return useCallback(
    ({ id, updatedAt, approved }) => {
      const article = cache.getQueryData<Article>([resource.contents, 'getOne', { id, meta: wholeArticle }]);
      return { id, updatedAt: approved ? updatedAt : (article?.updatedAt ?? updatedAt) };
    },
    [cache],
  );
}
