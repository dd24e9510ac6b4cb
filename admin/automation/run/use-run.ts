import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  QueuesQuery,
  RunFactsFragment,
  StageFactsFragment,
  StagesQuery,
} from '../../data/gql/graphql.ts';
import { pollingFor, useLive, useWires } from '../../data/live/use-live.ts';
import {
  currentRunDocument,
  queuesChangedDocument,
  queuesDocument,
  runChangedDocument,
  runFactsDocument,
  stagesDocument,
} from './data.ts';

export type RunFacts = RunFactsFragment;
export type StageFacts = StageFactsFragment;
export type Queue = QueuesQuery['queues'][number];
export type StageKnown = StagesQuery['stages'][number];

/** No eye follows what changes faster. */
const calmMs = 250;

export const currentRunKey = (siteId: string) => ['currentRun', siteId];

/** The active, else the latest run of a site, live; null where there was none yet. */
export function useCurrentRun(siteId: string | undefined) {
  const { data, error } = useLive({
    key: currentRunKey(siteId ?? ''),
    query: currentRunDocument,
    variables: { siteId: siteId ?? '' },
    subscription: runChangedDocument,
    follow: () => ({ siteId: siteId ?? '' }),
    apply: (_, { runChanged }) => ({ currentRun: runChanged }),
    pollEvery: (snapshot) => pollingFor(snapshot?.currentRun?.status),
    atMostEveryMs: calmMs,
    enabled: siteId !== undefined,
  });
  return { run: data && (data.currentRun ?? null), error };
}

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

/** What each stage of the site has before it, live. */
export function useQueues(siteId: string): readonly Queue[] | undefined {
  const { data } = useLive({
    key: ['queues', siteId],
    query: queuesDocument,
    variables: { siteId },
    subscription: queuesChangedDocument,
    follow: () => ({ siteId }),
    apply: (_, { queuesChanged }) => ({ queues: queuesChanged }),
    pollEvery: () => 10_000,
    atMostEveryMs: calmMs,
  });
  return data?.queues;
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
