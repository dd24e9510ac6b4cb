import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Ask } from '../data/ask.ts';
import { useQueues } from '../data/live/use-queues.ts';
import { useWires } from '../data/wires.ts';
import { reviewKey } from '../shell/article/use-article-changed.ts';
import { queueDocument, type ReviewRow } from './data.ts';

/** As many as the API gives at once. */
const pageSize = 100;
/** Milliseconds from one page to the next, on average, where nothing tells of what is new. */
const pageEveryMs = 5_000;

export interface ReviewQueue {
  /** The eldest first; undefined until it is known. */
  readonly drafts: readonly ReviewRow[] | undefined;
  readonly error: Error | null;
  refresh(): Promise<unknown>;
}

/**
 * All drafts of a site that are in review: read anew when their number changes, by a run or by somebody else; and every
 * so often, since a number says nothing of one that came as another went.
 */
export function useReviewQueue(siteId: string): ReviewQueue {
  const { ask } = useWires();
  const cache = useQueryClient();
  const { queues } = useQueues(siteId);
  const waiting = queues?.find(({ kind }) => kind === 'GATE')?.pending;
  const { data, error, refetch } = useQuery({
    queryKey: [reviewKey, siteId],
    queryFn: ({ signal }) => allDrafts(siteId, (document, variables) => ask(document, variables, signal)),
    refetchInterval: ({ state }) =>
      pageEveryMs * Math.max(1, Math.ceil((state.data?.length ?? 0) / pageSize)),
  });
  const known = data?.length;
  useEffect(() => {
    if (waiting === undefined || known === undefined || waiting === known) return;
    void cache.invalidateQueries({ queryKey: [reviewKey, siteId] });
    // Only when it changes: the two may differ for a moment, or for long where a draft is kept out of runs.
  }, [waiting, cache, siteId]);
  return { drafts: data, error, refresh: refetch };
}

async function allDrafts(siteId: string, ask: Ask): Promise<ReviewRow[]> {
  const drafts: ReviewRow[] = [];
  for (;;) {
    const variables = { siteId, first: pageSize, offset: drafts.length };
    const { contents } = await ask(queueDocument, variables);
    drafts.push(...contents.nodes);
    if (contents.nodes.length < pageSize || drafts.length >= contents.totalCount) return drafts;
  }
}
