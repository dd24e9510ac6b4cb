import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCredits } from '../data/live/use-credits.ts';
import { useWires } from '../data/wires.ts';
import { useSite } from '../shell/site/use-site.ts';
import { useRight } from '../shell/use-right.ts';
import { firstStepsDocument } from './data.ts';

/** How many of the first steps have been taken; undefined until that is known, after the first run, and for who may but look. */
export function useFirstSteps(): number | undefined {
  const { ask } = useWires();
  const { sites, site, isPending } = useSite();
  const account = useCredits();
  const canWrite = useRight('WRITE');
  const siteId = site?.id ?? '';
  const { data } = useQuery({
    // A run that starts holds credits.
    queryKey: ['firstSteps', siteId, account?.held],
    queryFn: ({ signal }) => ask(firstStepsDocument, { siteId }, signal),
    placeholderData: keepPreviousData,
    enabled: siteId !== '' && canWrite,
  });
  if (isPending || !canWrite) return undefined;
  if (sites.length === 0) return 0;
  if (!data || data.runs.totalCount > 0) return undefined;
  return data.keywords.totalCount > 0 ? 2 : 1;
}
