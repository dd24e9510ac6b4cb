import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveRunFragment, QueuesQuery, StagesQuery } from '../../data/gql/graphql.ts';
import { useCurrentRun } from '../../data/live/use-current-run.ts';
import { useWires } from '../../data/wires.ts';
import { runFactsDocument, stagesDocument } from './data.ts';

export type RunFacts = LiveRunFragment;
export type StageFacts = RunFacts['stages'][number];
export type Queue = QueuesQuery['queues'][number];
export type StageKnown = StagesQuery['stages'][number];

/** One run, live while it is its site's current one. */
export function useRun(id: string) {
  const { ask } = useWires();
  const cache = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => ask(runFactsDocument, { id }, signal),
  });
  const { run: current } = useCurrentRun(data?.run.siteId);
  const isCurrent = current?.id === id;
  useEffect(() => {
    // The next run of the site may begin before this one's end has been told.
    if (!isCurrent) void cache.invalidateQueries({ queryKey: ['run', id] });
  }, [isCurrent, id, cache]);
  return { run: isCurrent ? current : data?.run, error };
}

/** All stages of the pipeline: known once, as they change with the program alone. */
export function useStages(): readonly StageKnown[] {
  const { ask } = useWires();
  const { data } = useQuery({
    queryKey: ['stages'],
    queryFn: ({ signal }) => ask(stagesDocument, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.stages ?? [];
}
