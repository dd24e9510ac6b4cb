import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import type { ScheduleQuery, UpdateScheduleInput } from '../../data/gql/graphql.ts';
import { useWires } from '../../data/wires.ts';
import { scheduleDocument, updateScheduleDocument } from './data.ts';

export type Config = ScheduleQuery['automationConfig'];
export type Schedule = Config['schedule'];

/** False for what nobody has ever switched on: its times are nobody's choice, and there is nothing to go on with. */
export function isMade({ enabled, since }: Pick<Schedule, 'enabled' | 'since'>): boolean {
  return enabled || Boolean(since);
}

export const scheduleKey = (siteId: string) => ['schedule', siteId];

/** How a site's runs start and are done. `runId` is its current run: one that starts moves the schedule on. */
export function useSchedule(siteId: string, runId: string | undefined) {
  const { ask } = useWires();
  return useQuery({
    queryKey: [...scheduleKey(siteId), runId],
    queryFn: ({ signal }) => ask(scheduleDocument, { siteId }, signal),
    placeholderData: (before) => (before?.automationConfig.siteId === siteId ? before : undefined),
    // Nobody tells of what another person sets.
    refetchInterval: 30_000,
  });
}

/** Changes what is given of a site's schedule, at once. */
export function useScheduleChange(siteId: string) {
  const { ask } = useWires();
  const cache = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: (change: Omit<UpdateScheduleInput, 'siteId'>) =>
      ask(updateScheduleDocument, { input: { siteId, ...change } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: scheduleKey(siteId) }),
    onError: (error) => notify(error.message, { type: 'error' }),
  });
}
