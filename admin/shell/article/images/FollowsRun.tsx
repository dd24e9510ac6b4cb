import { useEffect } from 'react';
import { useCurrentRun } from '../../../data/live/use-current-run.ts';
import { useArticleChanged } from '../use-article-changed.ts';

/** Has a draft read anew as the site's run goes on: while pictures of it are still to be made. */
export function FollowsRun({ siteId }: { siteId: string }) {
  const changed = useArticleChanged();
  const { run } = useCurrentRun(siteId);
  const done = run?.stages.reduce((sum, { processed, failed }) => sum + processed + failed, 0);
  const state = run && `${run.id} ${run.status} ${done}`;
  useEffect(() => {
    // Also when it is first told: it may have ended since the draft was read.
    if (state) void changed();
  }, [state, changed]);
  return null;
}
