import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { resource } from '../../data/resource.ts';

/** Under which the drafts that wait for review stand in the cache. */
export const reviewKey = 'review';

/** Has everything read anew that shows drafts or their images. */
export function useArticleChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [resource.contents, resource.images, reviewKey].map((name) =>
          cache.invalidateQueries({ queryKey: [name] }),
        ),
      ),
    [cache],
  );
}
