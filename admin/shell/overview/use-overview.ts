import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OverviewQuery } from '../../data/gql/graphql.ts';
import { useCredits } from '../../data/live/use-credits.ts';
import { useWires } from '../../data/wires.ts';
import { overviewDocument } from './data.ts';

export type Overview = OverviewQuery['overview'];

/** While runs are at work, and while none is: a schedule or another person may start one. */
const againMs = { busy: 3_000, idle: 10_000 };

/** What all sites are at; asked for again whenever the account's credits move, as they do with every batch. */
export function useOverview() {
  const { ask } = useWires();
  const account = useCredits();
  return useQuery({
    queryKey: ['overview', account?.available, account?.held],
    queryFn: async ({ signal }) => (await ask(overviewDocument, {}, signal)).overview,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.active.length ? againMs.busy : againMs.idle),
  });
}
