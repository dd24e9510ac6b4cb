import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useWires } from '../../data/wires.ts';
import { runSamplesDocument } from './data.ts';
import type { RunFacts } from './use-run.ts';

/** What answers where no AI is set up. */
const sampleProvider = 'offline';

/**
 * Says that what the run makes is sample content, or what it made; null where it is not. Undefined until that is known:
 * what stands below it is not pushed down by it.
 */
export function useSampleNote({ id, siteId, active }: RunFacts): string | null | undefined {
  const translate = useTranslate();
  const { ask } = useWires();
  const { data, error } = useQuery({
    queryKey: ['samples', id, active],
    queryFn: ({ signal }) => ask(runSamplesDocument, { siteId, runId: id }, signal),
    placeholderData: (before) => before,
  });
  if (!data) return error ? null : undefined;
  if (active) return data.aiProviders.sample ?? null;
  const isSample = data.aiCalls.nodes.some(({ provider }) => provider === sampleProvider);
  return isSample ? translate('galley.automation.sample') : null;
}
