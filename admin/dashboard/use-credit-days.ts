import { useQuery } from '@tanstack/react-query';
import { useWires } from '../data/wires.ts';
import { creditDaysDocument } from './data.ts';

/** What was spent on each of the last 30 days, as the viewer's days begin. */
export function useCreditDays() {
  const { ask } = useWires();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return useQuery({
    queryKey: ['creditDays', timeZone],
    queryFn: async ({ signal }) => (await ask(creditDaysDocument, { days: 30, timeZone }, signal)).creditDays,
    refetchInterval: 60_000,
  });
}
