import { useEffect, useRef } from 'react';
import { useCurrentRun } from '../../../data/live/use-current-run.ts';
import { useArticleChanged } from '../use-article-changed.ts';

/** Has a draft read anew as the site's run goes on: while pictures of it are still to be made. */
export function FollowsRun({ siteId }: { siteId: string }) {
  const changed = useArticleChanged();
  const run = useCurrentRun(siteId);
  const done = run?.stages.reduce((sum, { processed, failed }) => sum + processed + failed, 0);
  const state = run && `${run.id} ${run.status} ${done}`;
  const seen = useRef(state);
  useEffect(() => {
    // What it was when it was first told, the draft has been read after.
    if (seen.current !== undefined && seen.current !== state) void changed();
    seen.current = state;
  }, [state, changed]);
  return null;
}
