import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCredits } from '../data/live/use-credits.ts';
import { useWires } from '../data/wires.ts';
import { useSite } from '../shell/site/use-site.ts';
import { useRight } from '../shell/use-right.ts';
import { firstStepsDocument } from './data.ts';

interface FirstSteps {
  /** How many have been taken; undefined after the first run, and for who may but look. */
  readonly taken: number | undefined;
  readonly isPending: boolean;
}

/** How far somebody has come who begins. */
export function useFirstSteps(): FirstSteps {
  const { ask } = useWires();
  const { sites, site, isPending } = useSite();
  const account = useCredits();
  const canWrite = useRight('WRITE');
  const siteId = site?.id ?? '';
  const { data, error } = useQuery({
    // A run that starts holds credits.
    queryKey: ['firstSteps', siteId, account?.held],
    queryFn: ({ signal }) => ask(firstStepsDocument, { siteId }, signal),
    placeholderData: keepPreviousData,
    enabled: siteId !== '' && canWrite,
  });
  if (isPending) return { taken: undefined, isPending };
  if (!canWrite) return { taken: undefined, isPending: false };
  if (sites.length === 0) return { taken: 0, isPending: false };
  if (!data) return { taken: undefined, isPending: error === null };
  const taken = data.keywords.totalCount > 0 ? 2 : 1;
  return { taken: data.runs.totalCount > 0 ? undefined : taken, isPending: false };
}
